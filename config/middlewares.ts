import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams) => [
  // First: public reads are answered before Strapi's own chain, which would cap them at a third of the storage's speed.
  'plugin::delivery.public',
  // As early, for the same reason: votes.
  'plugin::ratings.public',
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  {
    name: 'strapi::cors',
    config: {
      origin: env.array('CORS_ORIGINS', ['*']),
      headers: [
        'Content-Type',
        'Authorization',
        'Origin',
        'Accept',
        'If-Match',
        'If-None-Match',
        'X-Voter-Token',
        'X-Strapi-Refresh-Cookie',
      ],
      expose: ['ETag', 'Link', 'Location', 'Retry-After'],
    },
  },
  'strapi::poweredBy',
  'strapi::query',
  // Texts of up to 1 MB are read for relations; JSON writes them longer. Strapi's own limit is 1 MB.
  { name: 'strapi::body', config: { jsonLimit: '3mb' } },
  'strapi::session',
  'strapi::favicon',
  // The reference reader at `/`; without it `/` leads to the admin.
  ...(env.bool('READER', true) ? ['global::reader'] : []),
  'strapi::public',
];
