import { Button, Table, Tbody, Td, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ListedVote } from './answers';
import { useText } from './use-text';

/** Votes as they stand; nobody can change one. @param onAnnul absent for those who may only look */
export const VotesTable = ({
  votes,
  onAnnul,
}: {
  votes: readonly ListedVote[];
  onAnnul?: (vote: ListedVote) => void;
}) => {
  const text = useText();
  const { formatDate } = useIntl();
  const columns = ['score', 'origin', 'at'];
  return (
    <Table colCount={columns.length + (onAnnul ? 1 : 0)} rowCount={votes.length + 1}>
      <Thead>
        <Tr>
          {columns.map((name) => (
            <Th key={name}>
              <Typography variant="sigma">{text(`votes.${name}`)}</Typography>
            </Th>
          ))}
          {onAnnul && (
            <Th>
              <VisuallyHidden>{text('annul.open')}</VisuallyHidden>
            </Th>
          )}
        </Tr>
      </Thead>
      <Tbody>
        {votes.map((vote) => (
          <Tr key={vote.id}>
            <Td>
              <Typography>{`${vote.score} ★`}</Typography>
            </Td>
            <Td>
              <Typography>{text(`votes.${vote.origin}`)}</Typography>
            </Td>
            <Td>
              <Typography>{formatDate(vote.updatedAt, { dateStyle: 'short', timeStyle: 'short' })}</Typography>
            </Td>
            {onAnnul && (
              <Td>
                <Button variant="danger-light" size="S" onClick={() => onAnnul(vote)}>
                  {text('annul.open')}
                </Button>
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
