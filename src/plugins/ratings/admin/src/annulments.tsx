import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Annulment } from './answers';
import { useAnswer } from './use-answer';
import { useText } from './use-text';

/** Which votes were annulled: by whom, when and why. @param target collection/documentId */
export const Annulments = ({ target }: { target: string }) => {
  const text = useText();
  const { formatDate } = useIntl();
  const { answer } = useAnswer<Annulment[]>(`/ratings/events/${target}`);
  if (answer.state !== 'here' || answer.data.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography fontWeight="bold">{text('annulled.title')}</Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {answer.data.map(({ id, at, vote, who, reason }) => (
          <Typography key={id} tag="li" variant="pi">
            {text('annulled.line', {
              score: vote.score,
              name: who.name,
              time: formatDate(at, { dateStyle: 'short', timeStyle: 'short' }),
              reason,
            })}
          </Typography>
        ))}
      </Flex>
    </Flex>
  );
};
