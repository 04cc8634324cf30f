import type { Core, UID } from '@strapi/strapi';
import { RuleError } from '../errors';
import { defaultLocale, isRecord, slugNamespace } from './model';
import { reserveSlug, siteLocales, slugBase } from './slugs';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Translations of a supporting item, each into another language of the site than the default one, whose texts stand in
 * the item itself; with slugs that are theirs alone.
 * @throws RuleError naming the translation
 */
export const checkedTranslations = async (
  strapi: Core.Strapi,
  { uid, documentId }: { uid: UID.ContentType; documentId: string },
  translations: unknown[],
): Promise<unknown[]> => {
  const main = await defaultLocale(strapi);
  const allowed = (await siteLocales(strapi)).filter((code) => code !== main);
  const result: unknown[] = [];
  const seen = new Set<string>();
  for (const [index, translation] of translations.entries()) {
    if (!isRecord(translation)) {
      result.push(translation);
      continue;
    }
    const locale = text(translation.locale);
    if (!allowed.includes(locale)) {
      throw new RuleError(['translations', index, 'locale'], {
        vi: `Không dịch được sang ngôn ngữ "${locale}". Các ngôn ngữ dùng được: ${allowed.join(', ') || 'không có'}.`,
        en: `There can be no translation into "${locale}". The languages to choose from: ${allowed.join(', ') || 'none'}.`,
      });
    }
    if (seen.has(locale)) {
      throw new RuleError(['translations', index, 'locale'], {
        vi: `Đã có bản dịch cho ngôn ngữ "${locale}".`,
        en: `There already is a translation into "${locale}".`,
      });
    }
    seen.add(locale);
    const given = text(translation.slug);
    if (slugNamespace(uid) === undefined || given === '') {
      result.push(translation);
      continue;
    }
    const path = ['translations', index, 'slug'];
    const slug = await reserveSlug(strapi, { uid, documentId, locale }, given, slugBase(uid, translation), path);
    result.push({ ...translation, slug });
  }
  return result;
};
