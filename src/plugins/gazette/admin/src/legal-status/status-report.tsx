import { Flex, Link, Status, Typography } from '@strapi/design-system';
import { Fragment } from 'react';
import { useIntl } from 'react-intl';
import { adminPath } from '../store/admin-path';
import { editAddressOf } from '../store/edit-address';
import { typeOf, type NamedDocument, type StatusOfDay } from './status-inspection';
import { useInspection } from './use-inspection';

const COLOURS: Readonly<Record<string, 'success' | 'danger' | 'secondary' | 'warning'>> = {
  'in-force': 'success',
  expired: 'danger',
  'not-yet-in-force': 'secondary',
  unknown: 'secondary',
};

/** Opens the document beside this page, where something may be typed and not saved yet. */
const DocumentLink = ({ document: { collection, documentId, symbol } }: { document: NamedDocument }) => (
  <Link href={editAddressOf({ uid: typeOf(collection), documentId }, adminPath())} isExternal>
    {symbol}
  </Link>
);

/** Days are days of the calendar, without a time zone. */
const useDay = () => {
  const { formatDate } = useIntl();
  return (day: string) => formatDate(`${day}T00:00:00Z`, { dateStyle: 'short', timeZone: 'UTC' });
};

const Because = ({ because }: Pick<StatusOfDay, 'because'>) => {
  const dayOf = useDay();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
      {because.map(({ label, on, scope, by }, index) => (
        <Typography key={index} tag="li" variant="pi" textColor="neutral600">
          {[label, scope, on === null ? null : dayOf(on)].filter((part) => part !== null).join(' · ')}
          {by !== null && (
            <>
              {' · '}
              <DocumentLink document={by} />
            </>
          )}
        </Typography>
      ))}
    </Flex>
  );
};

/** The status today with its reasons, what is going to follow, and what an editor should look at. */
export const StatusReport = ({ documentId }: { documentId: string }) => {
  const { formatMessage } = useIntl();
  const dayOf = useDay();
  const say = (name: string, values?: Record<string, string>) =>
    formatMessage({ id: `gazette.legal-status.${name}` }, values);
  const inspection = useInspection(documentId);
  if (inspection === 'loading') return <Typography textColor="neutral600">{say('loading')}</Typography>;
  if (inspection === 'broken') return <Typography textColor="danger600">{say('error')}</Typography>;
  if (inspection === 'unpublished') return <Typography textColor="neutral600">{say('unpublished')}</Typography>;

  const { today, later, problems } = inspection;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Status variant={COLOURS[today.code] ?? 'warning'} size="S">
        <Typography variant="pi" fontWeight="bold">
          {today.label}
        </Typography>
      </Status>
      <Because because={today.because} />
      {later.map((status) => (
        <Typography key={status.from} variant="pi">
          {say('later', { day: status.from === null ? '' : dayOf(status.from), status: status.label })}
        </Typography>
      ))}
      {problems.length > 0 && (
        <Flex direction="column" alignItems="stretch" gap={2} role="status">
          <Typography fontWeight="bold" textColor="danger600">
            {say('problems')}
          </Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
            {problems.map(({ code, text, documents }, index) => (
              <Typography key={`${code} ${index}`} tag="li" variant="pi">
                {text}{' '}
                {documents.map((document, at) => (
                  <Fragment key={document.documentId}>
                    {at > 0 && ', '}
                    <DocumentLink document={document} />
                  </Fragment>
                ))}
              </Typography>
            ))}
          </Flex>
        </Flex>
      )}
    </Flex>
  );
};
