/** Help texts, by content type and attribute. */
export const typeHelp = {
  article: {
    slug: 'Leave empty to have it made. Changed after publication, the old address redirects.',
    lead: 'One or two sentences, shown in lists and feeds.',
    byline: 'As printed; when given, it is shown instead of the authors.',
    authorships: 'The author and the position held when writing. An empty position takes the present one.',
    releasedAt: 'Empty: the time of the first publication. It may be set back for older texts.',
    updateType: 'A typo is a minor update. A major one moves the date of update and needs a change note.',
    changeNote: 'Tell readers what changed. Needed for a major update; emptied after publication.',
    withdrawal: 'The text stays readable, with a notice. To take it away, unpublish it.',
    corrections: 'Each correction is shown to readers with its time.',
    dismissedCitations: 'A list of symbols found by mistake, such as ["57-KL/TW"]. They are never linked.',
  },
  directive: {
    symbol: 'As printed: 57-KL/TW, 156/QĐ-UBND, 30/2020/NĐ-CP. Put into its standard form on save.',
    symbolFreeform: 'For old, foreign and unnumbered texts.',
    classification: 'Only a public document can be published. Any other carries no files.',
    issuer: 'Required. Choose the authority that issued it, even if it has since merged or ended.',
    effectiveTo: 'The last day in force. Empty when no end is set.',
    effectiveFrom: 'Empty when the text states no date.',
    relations: 'What this document is based on, amends, replaces or repeals. The inverse is computed.',
    slug: 'Leave empty to have it made. Changed after publication, the old address redirects.',
    attachments: 'Only public documents may carry files.',
    releasedAt: 'Empty: the time of the first publication. It may be set back for older texts.',
    updateType: 'A typo is a minor update. A major one moves the date of update and needs a change note.',
    changeNote: 'Tell readers what changed. Needed for a major update; emptied after publication.',
    withdrawal: 'The text stays readable, with a notice. To take it away, unpublish it.',
    corrections: 'Each correction is shown to readers with its time.',
    dismissedCitations: 'A list of symbols found by mistake, such as ["57-KL/TW"]. They are never linked.',
  },
  resolution: {
    symbol: 'As printed: 57-KL/TW, 156/QĐ-UBND, 30/2020/NĐ-CP. Put into its standard form on save.',
    symbolFreeform: 'For old, foreign and unnumbered texts.',
    classification: 'Only a public document can be published. Any other carries no files.',
    issuer: 'Required. Choose the authority that issued it, even if it has since merged or ended.',
    effectiveTo: 'The last day in force. Empty when no end is set.',
    effectiveFrom: 'Empty when the text states no date.',
    relations: 'What this document is based on, amends, replaces or repeals. The inverse is computed.',
    slug: 'Leave empty to have it made. Changed after publication, the old address redirects.',
    attachments: 'Only public documents may carry files.',
    releasedAt: 'Empty: the time of the first publication. It may be set back for older texts.',
    updateType: 'A typo is a minor update. A major one moves the date of update and needs a change note.',
    changeNote: 'Tell readers what changed. Needed for a major update; emptied after publication.',
    withdrawal: 'The text stays readable, with a notice. To take it away, unpublish it.',
    corrections: 'Each correction is shown to readers with its time.',
    dismissedCitations: 'A list of symbols found by mistake, such as ["57-KL/TW"]. They are never linked.',
  },
  issuer: {
    slug: 'Leave empty to have it made. Changed after publication, the old address redirects.',
    code: 'The abbreviation in symbols: TW, TU, HU, UBND, HĐND.',
    validTo: 'The day on which the authority ended; its documents stay.',
  },
  topic: {
    slug: 'Leave empty to have it made. Changed after publication, the old address redirects.',
    parent: "A parent's list holds its descendants' items.",
  },
  dossier: {
    slug: 'Leave empty to have it made. Changed after publication, the old address redirects.',
  },
  tag: {
    slug: 'Leave empty to have it made. Changed after publication, the old address redirects.',
  },
  author: {
    slug: 'Leave empty to have it made. Changed after publication, the old address redirects.',
    role: 'The position held now.',
  },
  page: {
    slug: 'Leave empty to have it made. Changed after publication, the old address redirects.',
  },
  site: {
    menus: 'Each item leads to an address or to anything public.',
  },
};

/** Help texts, by component and attribute. */
export const componentHelp = {
  figure: {
    alternativeText: 'Describes the image to those who cannot see it. With an image, required to publish.',
  },
  html: {
    html: 'Scripts, styles and event handlers are removed on save; tables, lists and links stay.',
  },
  media: {
    url: 'When no file is uploaded.',
  },
  authorship: {
    position: "Empty takes the author's present position.",
  },
  translation: {
    locale: 'Language code, such as en.',
  },
  withdrawal: {
    reason: 'Shown to readers.',
  },
  'legal-relation': {
    targetSymbol: 'Type the symbol; the link is made once the register has the document.',
    scope: 'For instance: clause 2, article 8. Empty when the whole document is meant.',
    effectiveOn: 'Empty takes the day on which this document takes effect.',
    until: 'For a suspension or an extension.',
    targetDocumentId: 'Filled in by the software.',
    targetCollection: 'Filled in by the software.',
  },
};

/** What stands at a field that another language may not change. */
export const lockedHelp = {
  text: 'Copied from the default language, read-only.',
};
