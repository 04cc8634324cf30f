import { z } from 'zod';
import type { CollectionDefinition, SortKeyKind } from '../collections/definition';
import { FACET_OPERATORS, MAX_VALUE_LENGTH, MAX_VALUES, RANGE_OPERATORS } from '../query/read-filters';
import type { ParameterDescription } from './operation';

type Query = Omit<ParameterDescription, 'in'>;

const truth = z.boolean();

/**
 * How each operator is described: as a parameter of its own, or null for another spelling of one that is. Keyed by the
 * tables that the reader of filters checks operators by.
 */
const OF_FACETS: Record<(typeof FACET_OPERATORS)[number], ((values: z.ZodType) => Omit<Query, 'name'>) | null> = {
  $eq: null,
  $in: null,
  $ne: null,
  $notIn: (values) => ({
    description: 'Items with none of these values.',
    schema: z.array(values).min(1).max(MAX_VALUES),
  }),
  $null: () => ({ description: '`true`: items without any value; `false`: items with one.', schema: truth }),
  $notNull: null,
};

const OF_RANGES: Record<(typeof RANGE_OPERATORS)[number], ((values: z.ZodType) => Omit<Query, 'name'>) | null> = {
  $eq: null,
  $ne: null,
  $in: null,
  $notIn: null,
  $gt: (values) => ({ description: 'After this time, or after the end of this day.', schema: values }),
  $gte: (values) => ({ description: 'From this time, or from the beginning of this day, on.', schema: values }),
  $lt: (values) => ({ description: 'Before this time, or before the beginning of this day.', schema: values }),
  $lte: (values) => ({ description: 'Up to this time, or to the end of this day.', schema: values }),
  $null: () => ({ description: '`true`: items without a value; `false`: items with one.', schema: truth }),
  $notNull: null,
};

const described = <Operator extends string>(
  name: string,
  operators: readonly Operator[],
  table: Record<Operator, ((values: z.ZodType) => Omit<Query, 'name'>) | null>,
  values: z.ZodType,
): Query[] =>
  operators.flatMap((operator) => {
    const describe = table[operator];
    return describe ? [{ name: `filters[${name}][${operator}]`, ...describe(values) }] : [];
  });

const facetFilters = ({ facetReaders = {}, dated }: CollectionDefinition, facet: string): Query[] => {
  const reader = facetReaders[facet];
  const listed = dated?.name === facet ? dated.values : reader?.values;
  const values = listed ? z.enum([...listed]) : z.string().min(1).max(MAX_VALUE_LENGTH);
  const takes = reader && !listed ? ` Takes ${reader.expects}.` : '';
  return [
    {
      name: `filters[${facet}]`,
      description: `Items with this value, or with any of several.${takes} Strapi's spellings mean the same: \`filters[${facet}][$eq]\`, \`[$in]\`, \`[slug][$eq]\`; also \`[$ne]\` and \`[$notNull]\`.`,
      schema: z.array(values).min(1).max(MAX_VALUES),
    },
    ...described(facet, FACET_OPERATORS, OF_FACETS, values),
  ];
};

const rangeFilters = (key: string, kind: SortKeyKind): Query[] => {
  const values = z.string().meta({
    description: 'ISO 8601: a day of the calendar, or a time with its offset.',
    examples: kind === 'day' ? ['2024-03-05'] : ['2024-03-05', '2024-03-05T09:00:00+07:00'],
  });
  return [
    {
      name: `filters[${key}]`,
      description: `On this day, or at this time. Also \`filters[${key}][$eq]\`, \`[$ne]\`, \`[$in]\`, \`[$notIn]\` and \`[$notNull]\`.`,
      schema: values,
    },
    ...described(key, RANGE_OPERATORS, OF_RANGES, values),
  ];
};

/** What a list is filtered by: its facets, and ranges of its sort keys. All conditions must hold. */
export const filterParameters = (definition: CollectionDefinition): Query[] => [
  ...definition.facetNames.flatMap((facet) => facetFilters(definition, facet)),
  ...definition.ranges.flatMap((key) => rangeFilters(key, definition.sortKinds[key] ?? 'text')),
];
