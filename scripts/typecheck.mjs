import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./setup/typecheck.mjs').then(({ typecheck }) => typecheck());
