/** What an editor reads when somebody else saved the same document first. */
export const conflict = {
  title: 'Edit conflict',
  saved: '{name} saved this on {time}, after you had opened it.',
  somebody: 'Somebody else',
  'nothing-lost': 'What you typed is not saved, but all of it is still on the screen.',
  keep: 'Keep mine',
  'keep-help': 'Your next save will replace the saved version with yours.',
  load: 'Load the saved version',
  'load-confirm': 'What you typed and did not save will be dropped. Load the saved version?',
};
