import { editorSession } from './editor-session';
import { memberSession } from './member-session';

export default { editorSession, memberSession };
