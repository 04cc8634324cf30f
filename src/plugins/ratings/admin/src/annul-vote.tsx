import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState, type ChangeEvent } from 'react';
import type { ListedVote } from './answers';
import { useText } from './use-text';

const SHORTEST = 3;
const LONGEST = 500;

interface AnnulVoteProps {
  vote: ListedVote;
  onAnnulled(): void;
  onCancel(): void;
}

/** Asks why a vote is to be annulled, and annuls it. */
export const AnnulVote = ({ vote, onAnnulled, onCancel }: AnnulVoteProps) => {
  const text = useText();
  const { post } = useFetchClient();
  const [reason, setReason] = useState('');
  const [state, setState] = useState<'asking' | 'busy' | 'broken'>('asking');
  const length = reason.trim().length;
  const isFit = length >= SHORTEST && length <= LONGEST;

  const annul = async () => {
    setState('busy');
    try {
      await post(`/ratings/votes/${vote.id}/annul`, { reason: reason.trim() });
      onAnnulled();
    } catch {
      setState('broken');
    }
  };

  return (
    <Box
      background="danger100"
      hasRadius
      padding={4}
      role="group"
      aria-label={text('annul.title', { score: vote.score })}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography fontWeight="bold">{text('annul.title', { score: vote.score })}</Typography>
        <Field.Root required hint={text('annul.hint', { shortest: SHORTEST, longest: LONGEST })}>
          <Field.Label>{text('annul.reason')}</Field.Label>
          <Textarea
            value={reason}
            onChange={({ target }: ChangeEvent<HTMLTextAreaElement>) => setReason(target.value)}
          />
          <Field.Hint />
        </Field.Root>
        {state === 'broken' && (
          <Typography textColor="danger600" role="alert">
            {text('annul.error')}
          </Typography>
        )}
        <Flex gap={2}>
          <Button variant="danger" disabled={!isFit} loading={state === 'busy'} onClick={annul}>
            {text('annul.confirm')}
          </Button>
          <Button variant="tertiary" onClick={onCancel}>
            {text('annul.cancel')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
};
