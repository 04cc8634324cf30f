import { publicationHelp, SLUG } from './publication-help';

const documentHelp = {
  symbol: 'As printed: 57-KL/TW, 156/QĐ-UBND, 30/2020/NĐ-CP. Put into its standard form on save.',
  symbolFreeform: 'For old, foreign and unnumbered texts.',
  kind: 'Follows the symbol: KL is a conclusion, KH a plan.',
  title: 'The abstract as printed, without the kind and the symbol.',
  slug: SLUG,
  issuer: 'Required. Choose the authority that issued it, even if it has since merged or ended.',
  coIssuers: 'The authorities that issued a joint document with it.',
  issuedOn: 'The date on the document.',
  effectiveFrom: 'Empty when the text states no date.',
  effectiveTo: 'The last day in force. Empty when no end is set.',
  classification: 'Only a public document can be published. Any other carries no files.',
  topics: 'Choose the most precise topic: the document appears under its parents by itself.',
  signers: 'Name, position and capacity (TM., KT., TL., TUQ.) as printed.',
  summary: 'A few sentences that tell readers what it decides.',
  body: 'The whole text, to be read and searched on the page. Attach the signed and sealed copy as a file.',
  attachments: 'Only public documents may carry files.',
  relations: 'What this document is based on, amends, replaces or repeals. The inverse is computed.',
  recipients: 'The recipients, as at the end of the document.',
  ...publicationHelp,
};

/** Help texts of a directive. */
export const directiveHelp = {
  ...documentHelp,
  tasks: 'What it orders: who leads, by when, how far it is.',
};

/** Help texts of a resolution. */
export const resolutionHelp = {
  ...documentHelp,
  kind: "Whose resolution it is: the Party's, a People's Council's, the Government's, the National Assembly's.",
  meeting: 'For instance: 8th session, 6th plenum.',
  term: 'For instance: 2021-2026, 13th congress.',
  adoptedOn: 'Empty when it is the date of issue.',
  votesFor: 'Empty when not made public.',
  votesAgainst: 'Empty when not made public.',
  votesAbstained: 'Empty when not made public.',
};
