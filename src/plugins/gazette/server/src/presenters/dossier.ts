import type { PresentContext } from '@gazette/delivery/strapi-server';
import { presentNamed, translatedText } from './references';
import type { ItemRow, DossierRow } from './rows';
import { presentSupporting, SUPPORTING_ATTRIBUTES, type PublicSupporting } from './supporting';
import { statedMembers, textOrNull } from './values';

export const DOSSIER_ATTRIBUTES = [
  ...SUPPORTING_ATTRIBUTES,
  'name',
  'summary',
] as const satisfies readonly (keyof PublicDossier)[];

/** A running story (dòng sự kiện). */
export interface PublicDossier extends PublicSupporting {
  name: string;
  summary: string | null;
}

export const presentDossierItem = (
  row: ItemRow<DossierRow>,
  { locale, url }: PresentContext<ItemRow<DossierRow>>,
): PublicDossier => {
  const name = translatedText(row, 'title', locale) ?? row.title;
  const summary = translatedText(row, 'summary', locale) ?? textOrNull(row.summary);
  const topics = (row.topics ?? []).map((topic) => presentNamed(topic, locale));
  return {
    ...presentSupporting(row, {
      title: name,
      topics,
      jsonLd: statedMembers({
        '@context': 'https://schema.org',
        '@type': 'CollectionPage',
        name,
        description: summary,
        about: topics.map((topic) => topic.name),
        inLanguage: locale,
        url,
      }),
    }),
    name,
    summary,
  };
};
