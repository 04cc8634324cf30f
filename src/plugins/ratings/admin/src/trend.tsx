import { Box, Typography } from '@strapi/design-system';
import type { Overview } from './answers';
import { dailyVotes } from './trend-bars';
import { useText } from './use-text';

const DAYS = 90;
const HEIGHT = 32;

/** New votes of the last 90 days, a bar a day. */
export const Trend = ({ trend }: Pick<Overview, 'trend'>) => {
  const text = useText();
  const latest = trend[trend.length - 1]?.day ?? '';
  // The server's days are those of its time zone: a vote of its today may be on our tomorrow.
  const today = [new Date().toISOString().slice(0, 10), latest].sort()[1] ?? latest;
  const votes = dailyVotes(trend, today, DAYS);
  const most = Math.max(...votes, 1);
  const total = votes.reduce((sum, count) => sum + count, 0);
  return (
    <Box>
      <Typography variant="pi" textColor="neutral600">
        {text('trend', { days: DAYS, count: total })}
      </Typography>
      <svg
        role="img"
        aria-label={text('trend', { days: DAYS, count: total })}
        viewBox={`0 0 ${DAYS} ${HEIGHT}`}
        preserveAspectRatio="none"
        width="100%"
        height={HEIGHT}
      >
        {votes.map((count, index) => {
          const height = (count / most) * HEIGHT;
          return <rect key={index} x={index} y={HEIGHT - height} width={0.8} height={height} fill="#4945ff" />;
        })}
      </svg>
    </Box>
  );
};
