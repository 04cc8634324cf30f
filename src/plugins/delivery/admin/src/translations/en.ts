/** Texts by their whole id. */
export const texts: Record<string, string> = {
  'delivery.jobs.title': 'Background jobs',
  'delivery.jobs.none': 'Nothing is waiting: everything that readers see is up to date.',
  'delivery.jobs.error': 'The list of jobs cannot be read at the moment.',
  'delivery.jobs.dependents': 'What shows “{label}” is being updated',
  'delivery.jobs.collection': 'All of “{label}” is being made again',
  'delivery.jobs.progress': '{done} of {total}',
  'delivery.jobs.done': 'done',
  'delivery.jobs.waiting': 'in progress',
  'delivery.jobs.retry': 'tried again soon: {error}',
  'delivery.jobs.failed': 'given up: {error}. An administrator can run “npm run delivery:rebuild”.',
};
