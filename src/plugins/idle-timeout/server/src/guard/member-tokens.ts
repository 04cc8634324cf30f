import type { Core } from '@strapi/strapi';
import { sessionEnded } from '../errors';
import { MEMBERS } from '../sessions/kinds';
import { idleService } from '../services/access';
import { noteRefusal } from './refusal';

interface VerifiedToken {
  id?: number | string;
  sessionId?: string;
}

interface JwtService {
  verify(token: string): Promise<VerifiedToken>;
}

/**
 * Lets users-permissions accept a member's access token only while its session counts, and takes every request for
 * activity. Whoever asks users-permissions who a request is from (`jwt.getToken(ctx)`) gets the same answer.
 */
export const guardMemberTokens = (strapi: Core.Strapi): void => {
  strapi.get('services').extend('plugin::users-permissions.jwt', (service: JwtService) => {
    const verify = service.verify.bind(service);
    service.verify = async (token) => {
      const verified = await verify(token);
      if (verified.sessionId === undefined) return verified;
      const { reason } = await idleService(strapi, 'sessions').use(MEMBERS, verified.sessionId);
      if (reason === null) return verified;
      noteRefusal(strapi, reason);
      throw sessionEnded(reason);
    };
    return service;
  });
};
