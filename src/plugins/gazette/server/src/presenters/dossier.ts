import type { z } from 'zod';
import type { PresentContext } from '@gazette/delivery/strapi-server';
import { presentNamed, translatedText } from './references';
import type { ItemRow, DossierRow } from './rows';
import type { dossierSchema } from './schemas';
import { presentSupporting } from './supporting';
import { statedMembers, textOrNull } from './values';

/** A running story (dòng sự kiện). */
export type PublicDossier = z.infer<typeof dossierSchema>;

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
