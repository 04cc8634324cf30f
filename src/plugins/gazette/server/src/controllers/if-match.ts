import type { Core, UID } from '@strapi/strapi';
import type { Context } from 'koa';
import { RuleError } from '../errors';
import { attributesOf } from '../rules/model';
import { setCondition, type Condition } from '../rules/revision';

/** Entity tags as RFC 9110 writes them, one or a list; ours are revisions. */
const TAGS = /^(?:W\/)?"\d{1,9}"(?:\s*,\s*(?:W\/)?"\d{1,9}")*$/;

/** A weak tag never matches: If-Match compares strongly (RFC 9110, 13.1.1). */
const strongRevisions = (header: string): number[] =>
  header
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => !tag.startsWith('W/'))
    .map((tag) => Number(tag.slice(1, -1)));

const readIfMatch = (ctx: Context): Condition['revisions'] | null => {
  const header = ctx.get('If-Match').trim();
  if (header === '') return null;
  if (header === '*') return '*';
  if (TAGS.test(header)) return strongRevisions(header);
  throw new RuleError([], {
    vi: `If-Match nhận ETag đúng như đã được trả lời, ví dụ "3"; không nhận ${header}.`,
    en: `If-Match takes an ETag as it was answered, for example "3"; this is ${header}.`,
  });
};

/**
 * Hands a request's If-Match to the rules.
 * @throws RuleError where it cannot be compared with anything: malformed, for a type without revisions, for several languages
 */
export const applyIfMatch = (strapi: Core.Strapi, uid: UID.ContentType, ctx: Context): void => {
  const revisions = readIfMatch(ctx);
  if (revisions === null) return;
  if (!('revision' in attributesOf(strapi, uid))) {
    // What is not numbered may still be asked to be there.
    if (revisions === '*') return;
    throw new RuleError([], {
      vi: 'Loại nội dung này không có "revision"; hãy gửi lại không có If-Match.',
      en: 'This type has no revisions; send the request without If-Match.',
    });
  }
  const { locale } = ctx.query;
  if (Array.isArray(locale) || locale === '*' || (typeof locale === 'object' && locale !== null)) {
    throw new RuleError(['locale'], {
      vi: 'Mỗi ngôn ngữ có "revision" riêng; với If-Match, hãy nêu một ngôn ngữ, ví dụ ?locale=vi.',
      en: 'Each language has revisions of its own; with If-Match, name one language, for example ?locale=vi.',
    });
  }
  setCondition(ctx.state, { uid, documentId: String(ctx.params.id), revisions });
};
