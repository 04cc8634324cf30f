import { Box, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { texts } from './translations/en';
import { useJobs, type Job } from './use-jobs';

const LISTED = 5;

/** A message of this plugin; English where the admin speaks neither of its languages. */
const useText = () => {
  const { formatMessage } = useIntl();
  return (name: string, values?: Record<string, string | number>) =>
    formatMessage({ id: `delivery.jobs.${name}`, defaultMessage: texts[`delivery.jobs.${name}`] }, values);
};

const stateName = ({ state, error }: Job): string => (state === 'waiting' && error !== '' ? 'retry' : state);

const JobLine = ({ job }: { job: Job }) => {
  const text = useText();
  const { kind, label, done, total, error } = job;
  const name = text(kind, { label });
  const percent = total === 0 ? 100 : Math.min(100, Math.round((done / total) * 100));
  return (
    <Flex direction="column" alignItems="stretch" gap={1} tag="li">
      <Typography fontWeight="semiBold">{name}</Typography>
      <ProgressBar value={job.state === 'done' ? 100 : percent} size="M" aria-label={name} style={{ width: '100%' }} />
      <Typography variant="pi" textColor={job.state === 'failed' ? 'danger600' : 'neutral600'}>
        {text('progress', { done, total })} · {text(stateName(job), { error })}
      </Typography>
    </Flex>
  );
};

/** Shows editors how far the work has come that follows a change of something much used, such as a topic's name. */
export const JobsWidget = () => {
  const text = useText();
  const { jobs, isBroken } = useJobs();
  if (isBroken) return <Typography textColor="danger600">{text('error')}</Typography>;
  if (jobs === null) return null;
  if (jobs.length === 0) return <Typography textColor="neutral600">{text('none')}</Typography>;
  return (
    <Box>
      <Flex direction="column" alignItems="stretch" gap={4} tag="ul">
        {jobs.slice(0, LISTED).map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
      </Flex>
    </Box>
  );
};
