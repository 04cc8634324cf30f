import { Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { RankedItem, RatedType, Ranking } from './answers';
import { useAnswer } from './use-answer';
import { useText } from './use-text';

const LIMIT = 5;

const Ranked = ({ title, items, uid }: { title: string; items: readonly RankedItem[]; uid: string }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  return (
    <Flex direction="column" alignItems="stretch" gap={2} flex="1">
      <Typography variant="sigma" textColor="neutral600">
        {title}
      </Typography>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
        {items.map(({ documentId, item, average, count }) => (
          <li key={documentId}>
            <Link
              href={`${window.location.pathname.split('/').slice(0, 2).join('/')}/content-manager/collection-types/${uid}/${documentId}`}
            >
              {item?.title ?? text('top.not-public')}
            </Link>
            <Typography variant="pi" textColor="neutral600" tag="p">
              {text('top.line', {
                average: average === null ? '–' : formatNumber(average, { maximumFractionDigits: 2 }),
                count: formatNumber(count),
              })}
            </Typography>
          </li>
        ))}
      </Flex>
    </Flex>
  );
};

const Top = ({ collection, uid }: RatedType) => {
  const text = useText();
  const { answer } = useAnswer<Ranking>(`/ratings/top/${collection}?limit=${LIMIT}`);
  if (answer.state === 'loading') return null;
  if (answer.state === 'broken') return <Typography textColor="danger600">{text('error')}</Typography>;
  const { best, most } = answer.data;
  if (most.length === 0) return <Typography textColor="neutral600">{text('none')}</Typography>;
  return (
    <Flex gap={6} alignItems="flex-start">
      <Ranked title={text('top.best')} items={best} uid={uid} />
      <Ranked title={text('top.most')} items={most} uid={uid} />
    </Flex>
  );
};

/** On the admin's first page: what readers rate best, and what they rate most. */
export const TopWidget = () => {
  const text = useText();
  const { answer } = useAnswer<RatedType[]>('/ratings/targets');
  if (answer.state === 'loading') return null;
  if (answer.state === 'broken') return <Typography textColor="danger600">{text('error')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {answer.data.map((rated) => (
        <Top key={rated.collection} {...rated} />
      ))}
    </Flex>
  );
};
