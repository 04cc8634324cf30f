import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Overview } from './answers';
import { Histogram } from './histogram';
import { Trend } from './trend';
import { useAnswer } from './use-answer';
import { useDownload } from './use-download';
import { useText } from './use-text';
import { VotesDialog } from './votes-dialog';

/** The totals of one document, its votes by points and by day, and what can be done with them. */
export const RatingReport = ({ collection, documentId }: { collection: string; documentId: string }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const { answer, reload } = useAnswer<Overview>(`/ratings/summary/${collection}/${documentId}`);
  const download = useDownload();
  if (answer.state === 'loading') return <Typography textColor="neutral600">{text('loading')}</Typography>;
  if (answer.state === 'broken') return <Typography textColor="danger600">{text('error')}</Typography>;

  const { count, average, histogram, opening, trend } = answer.data;
  if (average === null) return <Typography textColor="neutral600">{text('none')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography>
        {text('average', { average: formatNumber(average, { maximumFractionDigits: 2 }), count: formatNumber(count) })}
      </Typography>
      <Histogram histogram={histogram} />
      {opening.count > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {text('opening', { count: formatNumber(opening.count), sum: formatNumber(opening.sum) })}
        </Typography>
      )}
      <Trend trend={trend} />
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {text('votes.open')}
      </Button>
      <Button
        variant="tertiary"
        startIcon={<Download />}
        loading={download.isBusy}
        onClick={() => download.start(`/ratings/export/${collection}/${documentId}.csv`, `${documentId}.csv`)}
      >
        {text('export')}
      </Button>
      {download.isBroken && (
        <Typography variant="pi" textColor="danger600" role="alert">
          {text('error')}
        </Typography>
      )}
      {isOpen && (
        <VotesDialog
          collection={collection}
          documentId={documentId}
          onAnnulled={reload}
          onClose={() => setOpen(false)}
        />
      )}
    </Flex>
  );
};
