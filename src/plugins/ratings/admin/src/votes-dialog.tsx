import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Annulments } from './annulments';
import type { ListedVote } from './answers';
import { AnnulVote } from './annul-vote';
import { useAnswer } from './use-answer';
import { useText } from './use-text';
import { VotesTable } from './votes-table';

const PAGE_SIZE = 25;
const ANNUL = [{ action: 'plugin::ratings.annul', subject: null }];

interface Page {
  pagination: { page: number; pageCount: number; total: number };
}

interface VotesDialogProps {
  collection: string;
  documentId: string;
  onAnnulled(): void;
  onClose(): void;
}

/** Every vote on one document, a page at a time, and what was annulled. */
export const VotesDialog = ({ collection, documentId, onAnnulled, onClose }: VotesDialogProps) => {
  const text = useText();
  const { allowedActions } = useRBAC(ANNUL);
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<ListedVote | null>(null);
  const target = `${collection}/${documentId}`;
  const votes = useAnswer<ListedVote[], Page>(`/ratings/votes/${target}?page=${page}&pageSize=${PAGE_SIZE}`);
  const annulled = () => {
    setChosen(null);
    votes.reload();
    onAnnulled();
  };
  const { answer } = votes;
  const pageCount = answer.state === 'here' ? answer.meta.pagination.pageCount : 0;
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={text('close')}>
          <Modal.Title>{text('votes.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {answer.state === 'broken' && <Typography textColor="danger600">{text('error')}</Typography>}
            {chosen !== null && <AnnulVote vote={chosen} onAnnulled={annulled} onCancel={() => setChosen(null)} />}
            {answer.state === 'here' && (
              <VotesTable votes={answer.data} onAnnul={allowedActions.canAnnul ? setChosen : undefined} />
            )}
            {pageCount > 1 && (
              <Flex justifyContent="space-between">
                <Button variant="tertiary" disabled={page <= 1} onClick={() => setPage(page - 1)}>
                  {text('votes.newer')}
                </Button>
                <Typography>{text('votes.page', { page, pageCount })}</Typography>
                <Button variant="tertiary" disabled={page >= pageCount} onClick={() => setPage(page + 1)}>
                  {text('votes.older')}
                </Button>
              </Flex>
            )}
            <Annulments target={target} key={chosen === null ? 'read' : 'open'} />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {text('close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
