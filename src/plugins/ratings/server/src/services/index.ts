import { createDatabaseService } from './database';
import { createDescription } from './description';
import { createEditing } from './editing';
import { createOpenings } from './openings';
import { createRetention } from './retention';
import { createSummaries } from './summaries';
import { createTargets } from './targets';
import { createThrottle } from './throttle';
import { createVerifier } from './verify';
import { createVoters } from './voters';
import { createVotes } from './votes';

export default {
  database: createDatabaseService,
  description: createDescription,
  editing: createEditing,
  openings: createOpenings,
  retention: createRetention,
  summaries: createSummaries,
  targets: createTargets,
  throttle: createThrottle,
  verify: createVerifier,
  voters: createVoters,
  votes: createVotes,
};
