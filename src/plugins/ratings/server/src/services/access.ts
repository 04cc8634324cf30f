import type { Core } from '@strapi/strapi';
import type { DatabaseService } from './database';
import type { RatingsDescription } from './description';
import type { Editing } from './editing-shapes';
import type { Openings } from './openings';
import type { Retention } from './retention';
import type { Summaries } from './summaries';
import type { Targets } from './targets';
import type { Throttle } from './throttle';
import type { Verifier } from './verify';
import type { Voters } from './voters';
import type { Votes } from './votes';

/** What ratings offer, by service name. Other plugins need `targets`, `summaries`, `openings` and `description`. */
export interface RatingsServices {
  database: DatabaseService;
  description: RatingsDescription;
  editing: Editing;
  openings: Openings;
  retention: Retention;
  summaries: Summaries;
  targets: Targets;
  throttle: Throttle;
  verify: Verifier;
  voters: Voters;
  votes: Votes;
}

/** A service of this plugin, typed. */
export const ratingsService = <Name extends keyof RatingsServices>(
  strapi: Core.Strapi,
  name: Name,
): RatingsServices[Name] => strapi.plugin('ratings').service<RatingsServices[Name]>(name);
