import { createCleaner } from './cleaner';
import { createDescription } from './description';
import { createSessions } from './sessions';

export default { sessions: createSessions, cleaner: createCleaner, description: createDescription };
