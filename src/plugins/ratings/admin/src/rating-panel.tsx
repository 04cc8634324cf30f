import { useRBAC } from '@strapi/strapi/admin';
import type { RatedType } from './answers';
import { RatingReport } from './rating-report';
import { useAnswer } from './use-answer';
import { useText } from './use-text';

interface EditedDocument {
  model: string;
  documentId: string | undefined;
}

const READ = [{ action: 'plugin::ratings.read', subject: null }];

/** A side panel of the edit view of what readers rate: the totals, how they came about, and every vote. */
export const RatingPanel = ({ model, documentId }: EditedDocument) => {
  const text = useText();
  const { allowedActions } = useRBAC(READ);
  const { answer } = useAnswer<RatedType[]>(allowedActions.canRead ? '/ratings/targets' : null);
  if (answer.state !== 'here' || documentId === undefined) return null;
  const rated = answer.data.find(({ uid }) => uid === model);
  if (!rated) return null;
  return {
    title: text('panel.title'),
    content: <RatingReport collection={rated.collection} documentId={documentId} />,
  };
};
