import { z } from 'zod';
import type { CollectionDefinition } from '../collections/definition';
import { RELEVANCE } from '../query/list-query';
import {
  dayParameters,
  ITEM_PARAMETERS,
  LIST_PARAMETERS,
  MAX_FACETS,
  MAX_SORT_TERMS,
  type Locales,
} from '../query/read-list-query';
import { DEFAULT_PAGE_SIZE, MAX_OFFSET, MAX_PAGE_SIZE, PAGE_FORMS } from '../query/read-paging';
import { filterParameters } from './filter-parameters';
import type { ParameterDescription } from './operation';

type Query = Omit<ParameterDescription, 'in'>;
type ListParameter = (typeof LIST_PARAMETERS)[number];
type PageParameter = (typeof PAGE_FORMS)[keyof typeof PAGE_FORMS][number];

const inQuery = (parameters: readonly Query[]): ParameterDescription[] =>
  parameters.map((parameter) => ({ ...parameter, in: 'query' }));

const truth = z.boolean();

/** One of several names; a choice of none takes nothing. */
const oneOf = (names: readonly string[]): z.ZodType => z.enum([...names]);

const whole = (description: string, range: { min: number; max: number; default: number }) => ({
  description,
  schema: z.int().min(range.min).max(range.max).meta({ default: range.default }),
});

const sizes = { min: 1, max: MAX_PAGE_SIZE, default: DEFAULT_PAGE_SIZE };

const PAGING: Record<PageParameter, Omit<Query, 'name'>> = {
  page: whole(`A page by its number; pages end at offset ${MAX_OFFSET}.`, { min: 1, max: MAX_OFFSET, default: 1 }),
  pageSize: whole('Items a page; goes with `page` or `cursor`.', sizes),
  start: whole('An offset, in place of a page.', { min: 0, max: MAX_OFFSET, default: 0 }),
  limit: whole('Items from an offset on; goes with `start`.', sizes),
  cursor: {
    description:
      'Where to go on: `meta.pagination.nextCursor` of the page before, or empty for the beginning. No publication in between shifts it.',
    schema: z.string(),
  },
  withCount: { description: '`false` leaves out `total` and `pageCount`.', schema: truth.meta({ default: true }) },
};

const localeParameter = ({ all, default: usual }: Locales): Query => ({
  name: 'locale',
  description: 'The language.',
  schema: z.enum([...all]).meta({ default: usual }),
});

const fallbackParameter = ({ all }: Locales): Query => ({
  name: 'fallback',
  description: 'A language for what is not translated; such items say `isFallback: true`.',
  schema: z.enum([...all]),
});

/** The languages of the site, as every address takes them. */
export const localeParameters = (locales: Locales): ParameterDescription[] =>
  inQuery([localeParameter(locales), fallbackParameter(locales)]);

export const localeOnly = (locales: Locales): ParameterDescription[] => inQuery([localeParameter(locales)]);

const pageParameters = (names: readonly PageParameter[]): Query[] =>
  names.map((name) => ({ name: `pagination[${name}]`, ...PAGING[name] }));

const ALL_PAGING = [...new Set(Object.values(PAGE_FORMS).flat())];

/** How a list is paged. @param names those of one form; all by default */
export const paging = (names: readonly PageParameter[] = ALL_PAGING): ParameterDescription[] =>
  inQuery(pageParameters(names));

const fields = (names: readonly string[]): Query[] => [
  {
    name: 'fields',
    description: 'Only these members, and `documentId`: the answer has the members named and no others.',
    schema: z.array(oneOf(names)),
    commas: true,
    example: ['title', 'url'].filter((name) => names.includes(name)),
  },
];

const sort = ({ sortKinds, defaultSort }: CollectionDefinition, isSearch: boolean): Query[] => {
  const keys = Object.keys(sortKinds).flatMap((key) => [`${key}:asc`, `${key}:desc`, key]);
  const usual = isSearch ? `${RELEVANCE}:desc` : `${defaultSort.key}:${defaultSort.direction}`;
  return [
    {
      name: 'sort',
      description: `By what and in which direction, ascending where none is said; \`${usual}\` by default. \`${RELEVANCE}\` is for what \`q\` finds.`,
      schema: z
        .array(oneOf([...keys, RELEVANCE, `${RELEVANCE}:desc`]))
        .min(1)
        .max(MAX_SORT_TERMS),
      commas: true,
    },
  ];
};

const populate = (): Query[] => [
  {
    name: 'populate',
    description: 'Accepted for clients of Strapi, and changes nothing: every answer is complete.',
    schema: z.string(),
    deprecated: true,
  },
];

interface Place {
  definition: CollectionDefinition;
  locales: Locales;
  isSearch: boolean;
}

/** Keyed by the table that the reader of lists checks names by. */
const OF_LISTS: Record<ListParameter, (place: Place) => Query[]> = {
  q: ({ isSearch }) => [
    {
      name: 'q',
      description:
        'Words, all of which must match; the last one also as the beginning of a word, numbers whole. Marks and case may be left out.',
      schema: z.string().min(1),
      required: isSearch,
    },
  ],
  pagination: () => pageParameters(ALL_PAGING),
  sort: ({ definition, isSearch }) => sort(definition, isSearch),
  filters: ({ definition }) => filterParameters(definition),
  facets: ({ definition: { facetNames } }) =>
    facetNames.length === 0
      ? []
      : [
          {
            name: 'facets',
            description: 'Facets whose values are counted, in `meta.facets`.',
            schema: z.array(oneOf(facetNames)).min(1).max(MAX_FACETS),
            commas: true,
          },
        ],
  fields: ({ definition }) => fields(definition.summaryFields),
  locale: ({ locales }) => [localeParameter(locales)],
  fallback: ({ locales }) => [fallbackParameter(locales)],
  populate,
};

const own = (definition: CollectionDefinition): Query[] => [
  ...Object.entries(definition.wideFacets ?? {}).map(([name, { facet }]) => ({
    name,
    description: `With \`true\`, \`filters[${facet}]\` finds also what belongs to it in the wider sense.`,
    schema: truth,
  })),
  ...dayParameters(definition).map((name) => ({
    name,
    description: 'A day: what depends on the day is told as of then. Today by default.',
    schema: z.iso.date(),
  })),
];

/**
 * The parameters of a list.
 * @param names of what every list takes, those that this one takes
 */
export const listParameters = (
  definition: CollectionDefinition,
  locales: Locales,
  { names = LIST_PARAMETERS, isSearch = false }: { names?: readonly ListParameter[]; isSearch?: boolean } = {},
): ParameterDescription[] =>
  inQuery([...names.flatMap((name) => OF_LISTS[name]({ definition, locales, isSearch })), ...own(definition)]);

/** The parameters of an item. */
export const itemParameters = (definition: CollectionDefinition, locales: Locales): ParameterDescription[] => {
  const all: Record<(typeof ITEM_PARAMETERS)[number], Query[]> = {
    fields: fields(definition.itemFields),
    locale: [localeParameter(locales)],
    fallback: [fallbackParameter(locales)],
    populate: populate(),
  };
  const day = own({ ...definition, wideFacets: {} });
  return inQuery([...ITEM_PARAMETERS.flatMap((name) => all[name]), ...day]);
};
