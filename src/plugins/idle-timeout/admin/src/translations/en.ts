/** Texts by name. `{seconds}` and `{time}` are filled in. */
export const texts: Record<string, string> = {
  title: 'Are you still there?',
  body: 'You have not done anything for a while. You will be signed out in {seconds} seconds. What you typed is kept.',
  stay: 'Stay signed in',
  'ended-title': 'You were signed out',
  'ended-body':
    'Nothing was done for too long. What you typed is kept in this browser: sign in again and open the same item.',
  close: 'Close',
  'typed-title': 'Unsaved text',
  'typed-body': 'At {time} you typed text here that was not saved. You can restore it, look at it and save it.',
  'typed-changed': 'Since then this item was saved with other content. Compare before you save.',
  'typed-restore': 'Restore what you typed',
  'typed-drop': 'Drop what you typed',
};

/** What Strapi says of an ended session, which is not true here: nothing typed is lost. */
export const strapiTexts: Record<string, string> = {
  'app.session.ended.unsaved':
    'Your session has ended. Your unsaved changes are kept in this browser and will be offered again when you sign in and open this item.',
};
