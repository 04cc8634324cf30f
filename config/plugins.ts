import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  // Strapi reads this variable once, when it fills an empty database, and offers no other way to choose the first locale.
  process.env.STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE ??= env('DEFAULT_LOCALE', 'vi');
  const apiUrl = env('PUBLIC_API_URL', '') || `http://localhost:${env.int('PORT', 1337)}`;

  return {
    'users-permissions': {
      config: {
        jwtSecret: env('JWT_SECRET'),
        jwtManagement: 'refresh',
        sessions: { cookie: { sameSite: env('MEMBER_COOKIE_SAME_SITE', 'lax') } },
      },
    },
    delivery: {
      enabled: true,
      resolve: './src/plugins/delivery',
      config: {
        publicApiUrl: apiUrl,
        publicSiteUrl: env('PUBLIC_SITE_URL', '') || apiUrl,
        readUrl: env('DATABASE_READ_URL', ''),
        publicVersions: env.bool('PUBLIC_VERSIONS', false),
        sharedMaxAge: env.int('CACHE_SHARED_MAX_AGE', 1),
        staleWhileRevalidate: env.int('CACHE_STALE_WHILE_REVALIDATE', 1),
        maxWaiting: env.int('CHANGES_WAITING', 500),
        maxExports: env.int('EXPORTS_AT_ONCE', 8),
        background: env.bool('BACKGROUND_WORK', true),
      },
    },
    feeds: {
      enabled: true,
      resolve: './src/plugins/feeds',
      config: {
        titles: {
          articles: { vi: 'Tin tức', en: 'News' },
          documents: { vi: 'Văn bản', en: 'Official documents' },
          directives: { vi: 'Văn bản chỉ đạo', en: 'Directives' },
          resolutions: { vi: 'Nghị quyết', en: 'Resolutions' },
          topics: { vi: 'Chủ đề', en: 'Topics' },
          dossiers: { vi: 'Dòng sự kiện', en: 'Dossiers' },
          issuers: { vi: 'Cơ quan ban hành', en: 'Issuers' },
          authors: { vi: 'Tác giả', en: 'Authors' },
          tags: { vi: 'Thẻ', en: 'Tags' },
          pages: { vi: 'Trang', en: 'Pages' },
        },
        extension: '_gazette',
        hub: env('FEEDS_WEBSUB_HUB', ''),
        webhooks: env('WEBHOOKS', '') ? env.json('WEBHOOKS') : [],
        retrySeconds: env.array('WEBHOOK_RETRY_SECONDS', []).filter(Boolean).map(Number),
        allowPrivateAddresses: env.bool('OUTGOING_TO_PRIVATE_ADDRESSES', false),
        background: env.bool('BACKGROUND_WORK', true),
      },
    },
    ratings: {
      enabled: true,
      resolve: './src/plugins/ratings',
      config: {
        secrets: env.array('RATINGS_SECRETS', []).filter(Boolean),
        ownOrigins: [apiUrl, env('PUBLIC_SITE_URL', '') || apiUrl],
        newVotesPerAddress: env.int('RATINGS_NEW_VOTES_PER_ADDRESS', 30),
        proxyHops: env.int('RATINGS_PROXY_HOPS', 1),
        redisUrl: env('REDIS_URL', ''),
        voterRetentionDays: env.int('RATINGS_VOTER_RETENTION_DAYS', 365),
        timeZone: 'Asia/Ho_Chi_Minh',
        background: env.bool('BACKGROUND_WORK', true),
      },
    },
    gazette: { enabled: true, resolve: './src/plugins/gazette' },
    'idle-timeout': {
      enabled: true,
      resolve: './src/plugins/idle-timeout',
      config: {
        memberIdleSeconds: env.int('MEMBER_IDLE_SECONDS', 1800),
        editorIdleSeconds: env.int('EDITOR_IDLE_SECONDS', 1800),
        warnBeforeSeconds: env.int('IDLE_WARN_SECONDS', 60),
        keepTypedHours: env.int('KEEP_TYPED_HOURS', 72),
      },
    },
  };
};
