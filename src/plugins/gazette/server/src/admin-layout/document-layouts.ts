import type { AdminLayout, LayoutField } from './layout-types';

type Rows = readonly (readonly LayoutField[])[];

const documentLayout = (ownRows: Rows): AdminLayout => ({
  mainField: 'symbol',
  edit: [
    [
      ['symbol', 4],
      ['symbolFreeform', 4],
      ['kind', 4],
    ],
    [['title', 12]],
    [['slug', 12]],
    [
      ['issuer', 6],
      ['coIssuers', 6],
    ],
    [
      ['issuedOn', 4],
      ['effectiveFrom', 4],
      ['effectiveTo', 4],
    ],
    [
      ['classification', 6],
      ['topics', 6],
    ],
    [['signers', 12]],
    [['summary', 12]],
    [['body', 12]],
    [['attachments', 12]],
    [['relations', 12]],
    ...ownRows,
    [['recipients', 12]],
    [['dismissedCitations', 12]],
    [['releasedAt', 6]],
    [
      ['updateType', 4],
      ['changeNote', 8],
    ],
    [['corrections', 12]],
    [['withdrawal', 12]],
    [['seo', 12]],
  ],
  list: ['symbol', 'title', 'kind', 'issuer', 'issuedOn'],
  sort: ['issuedOn', 'DESC'],
  readOnly: ['number', 'year', 'publicUpdatedAt', 'revision'],
});

export const directiveLayout = documentLayout([[['tasks', 12]]]);

export const resolutionLayout = documentLayout([
  [
    ['meeting', 6],
    ['term', 3],
    ['adoptedOn', 3],
  ],
  [
    ['votesFor', 4],
    ['votesAgainst', 4],
    ['votesAbstained', 4],
  ],
]);
