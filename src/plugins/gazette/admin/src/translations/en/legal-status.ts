/** The panel beside an official document that says what is in force, and what contradicts itself. */
export const legalStatus = {
  title: 'Legal status',
  loading: 'Reading the register …',
  error: 'The register could not be read. Load the page again.',
  unpublished: 'The document is not published, so the register does not have it. Its status is computed once it is.',
  later: 'From {day}: {status}',
  problems: 'To be checked',
};
