import type { z } from 'zod';
import type { PresentContext } from '@gazette/delivery/strapi-server';
import { translatedText } from './references';
import type { ItemRow, TopicRow } from './rows';
import type { topicSchema } from './schemas';
import { presentAncestors, presentChildren, presentSupporting } from './supporting';
import { statedMembers, textOrNull, wholeNumberOrNull } from './values';

/** Kinds of the edges of a topic. */
export const TOPIC_PARENT = 'topic-parent';

/** A subject in the tree of subjects (chuyên mục). */
export type PublicTopic = z.infer<typeof topicSchema>;

export const presentTopic = (row: ItemRow<TopicRow>, context: PresentContext<ItemRow<TopicRow>>): PublicTopic => {
  const { locale, url } = context;
  const name = translatedText(row, 'name', locale) ?? row.name;
  const description = translatedText(row, 'description', locale) ?? textOrNull(row.description);
  const ancestors = presentAncestors(context, TOPIC_PARENT, row.documentId);
  return {
    ...presentSupporting(row, {
      title: name,
      jsonLd: statedMembers({
        '@context': 'https://schema.org',
        '@type': 'CollectionPage',
        name,
        description,
        inLanguage: locale,
        url,
        isPartOf: ancestors.length === 0 ? null : { '@type': 'CollectionPage', url: ancestors.at(-1)?.url },
      }),
    }),
    name,
    description,
    position: wholeNumberOrNull(row.position) ?? 0,
    parent: ancestors.at(-1) ?? null,
    ancestors,
    children: presentChildren(context.linking(TOPIC_PARENT)),
  };
};
