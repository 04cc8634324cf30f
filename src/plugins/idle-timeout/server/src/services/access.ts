import type { Core } from '@strapi/strapi';
import type { Cleaner } from './cleaner';
import type { IdleDescription } from './description';
import type { Sessions } from './sessions';

/** What this plugin offers to other plugins, by service name. */
export interface IdleTimeoutServices {
  sessions: Sessions;
  cleaner: Cleaner;
  description: IdleDescription;
}

/** A service of this plugin, typed. */
export const idleService = <Name extends keyof IdleTimeoutServices>(
  strapi: Core.Strapi,
  name: Name,
): IdleTimeoutServices[Name] => strapi.plugin('idle-timeout').service<IdleTimeoutServices[Name]>(name);
