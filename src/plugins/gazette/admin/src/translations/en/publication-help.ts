/** Help text of every address. */
export const SLUG = 'Leave empty to have it made. Changed after publication, the old address redirects.';

/** Help texts that articles and documents share. */
export const publicationHelp = {
  releasedAt: 'Empty: the time of the first publication. It may be set back for older texts.',
  updateType: 'A typo is a minor update. A major one moves the date of update and needs a change note.',
  changeNote: 'Tell readers what changed. Needed for a major update; emptied after publication.',
  withdrawal: 'The text stays readable, with a notice. To take it away, unpublish it.',
  corrections: 'Each correction is shown to readers with its time.',
  dismissedCitations: 'A list of symbols found by mistake, such as ["57-KL/TW"]. They are never linked.',
  seo: 'Only when search engines must show another title or description than the page.',
};
