import { createCleaner } from './cleaner';
import { createSessions } from './sessions';

export default { sessions: createSessions, cleaner: createCleaner };
