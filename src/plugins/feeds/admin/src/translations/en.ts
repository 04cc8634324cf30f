/** Texts by their whole id. */
export const texts: Record<string, string> = {
  'feeds.webhooks.title': 'Messages to other systems',
  'feeds.webhooks.error': 'The webhooks could not be read. Try again.',
  'feeds.webhooks.none': 'No webhook is set up (variable WEBHOOKS).',
  'feeds.webhooks.state': 'Waiting: {waiting} · not delivered: {dead}',
  'feeds.webhooks.removed': 'Not set up any more; what is left is not sent.',
  'feeds.webhooks.dead': 'Messages that were given up',
  'feeds.webhooks.line': '{when} · tried {attempts} times · {error}',
  'feeds.webhooks.replay': 'Send again',
  'feeds.webhooks.replay-all': 'Send all again ({count})',
  'feeds.webhooks.replay-one': 'Send {type} to {webhook} again',
  'feeds.webhooks.more': 'and {count} more',
  'feeds.webhooks.replayed': '{count} messages wait to be sent again.',
  'feeds.webhooks.not-replayed': 'Could not be sent again. Try again.',
};
