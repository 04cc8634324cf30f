import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { IdleTimeoutConfig } from '../config';
import { notSignedIn, sessionEnded } from '../errors';
import { answerRefusals } from './answer-refusals';
import { idleService } from '../services/access';
import { EDITORS } from '../sessions/kinds';
import { timesOf } from '../sessions/session-state';

/** The session of an editor, for the admin's page. */
export const editorSession = ({ strapi }: { strapi: Core.Strapi }) => {
  const sessions = idleService(strapi, 'sessions');

  const answer = async (ctx: Context, how: 'look' | 'keepAlive') => {
    const id: unknown = ctx.state.session?.id;
    if (typeof id !== 'string') throw notSignedIn();
    const { session, reason } = await sessions[how](EDITORS, id);
    if (session === null) throw sessionEnded(reason);
    const { keepTypedHours, texts } = strapi.config.get<IdleTimeoutConfig>('plugin::idle-timeout');
    ctx.set('Cache-Control', 'private, no-store');
    ctx.body = { data: { ...timesOf(session, sessions.settings(EDITORS)), keepTypedHours, texts }, meta: {} };
  };

  return {
    /** Extends nothing. */
    status: answerRefusals((ctx) => answer(ctx, 'look')),
    keepAlive: answerRefusals((ctx) => answer(ctx, 'keepAlive')),
  };
};
