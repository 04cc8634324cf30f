/** What an editor reads when something cannot be deleted because it is used. */
export const refusal = {
  title: 'It is in use and cannot be deleted',
  advice: 'Remove it from the items below first, then delete it. A name opens the item in a new tab.',
  close: 'Close',
};
