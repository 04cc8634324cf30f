import { requireSupportedNode } from './setup/node-version.mjs';

// The rest is loaded only after this: an old Node would stop at its syntax before it could say why.
requireSupportedNode();
import('./setup/serve.mjs').then(({ serve }) => serve());
