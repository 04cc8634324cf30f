import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useText } from './use-text';

const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100));

/** How many votes gave how many points, the most points first. @param histogram votes of 1 to 5 points */
export const Histogram = ({ histogram }: { histogram: readonly number[] }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const total = histogram.reduce((sum, votes) => sum + votes, 0);
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
      {histogram
        .map((votes, index) => ({ votes, points: index + 1 }))
        .reverse()
        .map(({ votes, points }) => (
          <Flex key={points} tag="li" gap={2} aria-label={text('histogram.line', { points, votes })}>
            <Box aria-hidden minWidth="2.4rem">
              <Typography variant="pi">{`${points} ★`}</Typography>
            </Box>
            <Box aria-hidden flex="1" background="neutral150" hasRadius height="0.8rem">
              <Box background="primary600" hasRadius height="100%" width={`${percentOf(votes, total)}%`} />
            </Box>
            <Box aria-hidden minWidth="2.4rem">
              <Typography variant="pi" textColor="neutral600">
                {formatNumber(votes)}
              </Typography>
            </Box>
          </Flex>
        ))}
    </Flex>
  );
};
