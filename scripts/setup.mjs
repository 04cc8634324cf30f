import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./setup/prepare.mjs').then(({ prepareToServe }) => prepareToServe());
