import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { siteLanguages } from '../reader/delivery';
import { dataOf, describePage } from '../reader/describe-page';
import { fillShell } from '../reader/fill-shell';
import { readPageAddress, type Languages, type PageAddress } from '../reader/page-address';
import { createPublicAnswers, type PublicAnswer } from '../reader/public-answers';
import { assetType, createReaderFiles, type ReaderFile } from '../reader/reader-files';

/** Below these stands something else, whose own 404 must stay: programs read it, not people. */
const OTHERS = /^\/(?:api|admin|uploads|content-manager|graphql|_health|documentation)(?:\/|$)/;

/** Below the application's `public`. */
const SHELL = 'reader/shell.html';

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');
const originOf = (url: string): string[] => (URL.canParse(url) ? [new URL(url).origin] : []);

const send = (ctx: Context, { bodies, etag }: ReaderFile, type: string) => {
  const encoding = ctx.acceptsEncodings('br', 'gzip', 'identity') || 'identity';
  ctx.status = 200;
  ctx.type = type;
  ctx.vary('Accept-Encoding');
  // Asked for again each time, so that the modules of a page are always of one release.
  ctx.set('Cache-Control', 'no-cache');
  ctx.set('ETag', `${etag.slice(0, -1)}-${encoding}"`);
  if (ctx.fresh) return void (ctx.status = 304);
  if (encoding !== 'identity') ctx.set('Content-Encoding', encoding);
  ctx.body = bodies[encoding as keyof typeof bodies];
};

/** Where the item of a page is by its own word, if not here: under another slug, or in a collection of its own. */
const movedTo = ({ prefix, collection, slug }: PageAddress, item: PublicAnswer): string | null => {
  if (item.status === 301 && item.location !== null) {
    const last = new URL(item.location, 'http://localhost').pathname.split('/').pop() ?? '';
    return `${prefix}/${collection}/${last}`;
  }
  const own = dataOf(item).collection;
  if (item.status !== 200 || typeof own !== 'string' || own === collection) return null;
  return `${prefix}/${own}/${encodeURIComponent(slug)}`;
};

/**
 * The reference reader at `/`: pages at the addresses that items' `url` names, with the status that each deserves (301,
 * 404, 410), and its files. Anything else goes on; a browser that ends at a 404 outside of the API gets a page for it.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const files = createReaderFiles(path.join(strapi.dirs.app.root, 'public'));
  const ask = createPublicAnswers(strapi);
  const setting = (name: string) => withoutSlash(strapi.config.get<string>(`plugin::delivery.${name}`, ''));
  const siteUrl = setting('publicSiteUrl');
  const origins = [...new Set([setting('publicApiUrl'), siteUrl].flatMap(originOf))];

  const queryOf = (locale: string, { default: fallback }: Languages) =>
    `locale=${encodeURIComponent(locale)}${locale === fallback ? '' : `&fallback=${encodeURIComponent(fallback)}`}`;

  const page = async (ctx: Context, address: PageAddress | null, known: Languages) => {
    const locale = address?.locale ?? known.default;
    const site = await ask('/site', queryOf(locale, known));
    const answers = new Map<string, unknown>([[`/site?${queryOf(locale, known)}`, site.body]]);
    let item: PublicAnswer | null = null;
    if (address?.page === 'item') {
      const itemPath = `/${address.collection}/${encodeURIComponent(address.slug)}`;
      const query = `locale=${encodeURIComponent(locale)}`;
      item = await ask(itemPath, query);
      const target = movedTo(address, item);
      if (target !== null) {
        ctx.status = 301;
        return void ctx.redirect(`${target}${ctx.search}`);
      }
      answers.set(`${itemPath}?${query}`, item.body);
    }
    const shell = await files.read(SHELL);
    if (shell === null) throw new Error(`The reader lacks its page, public/${SHELL}.`);
    const { name, tagline } = dataOf(site);
    const siteName = typeof name === 'string' && name !== '' ? name : 'Gazette';
    const described = describePage(address, item, site, siteUrl, locale);
    ctx.status = address === null ? 404 : (item?.status ?? 200);
    ctx.type = 'text/html; charset=utf-8';
    ctx.set('Cache-Control', 'no-cache');
    ctx.body = fillShell(shell.text, {
      ...described,
      title: described.title === '' ? siteName : `${described.title} – ${siteName}`,
      locale,
      languages: known,
      prefix: address?.prefix ?? '',
      siteName,
      tagline: typeof tagline === 'string' ? tagline : '',
      origins,
      answers,
    });
  };

  return async (ctx: Context, next: Next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    const type = assetType(ctx.path);
    const file = type === null ? null : await files.read(ctx.path.slice(1));
    if (type !== null && file !== null) return send(ctx, file, type);
    if (OTHERS.test(ctx.path)) return next();

    const known = await siteLanguages(strapi);
    // It is a file of the public folder too, and no page by itself.
    if (ctx.path === `/${SHELL}`) return page(ctx, null, known);
    const address = readPageAddress(ctx.path, known);
    if (address !== null) return page(ctx, address, known);
    await next();
    const isMissing = ctx.status === 404 && (ctx.body === undefined || ctx.body === null);
    if (isMissing && ctx.accepts('json', 'html') === 'html') await page(ctx, null, known);
  };
};
