import { bootstrap } from './bootstrap';
import config from './config';
import { contentTypes } from './content-types';
import controllers from './controllers';
import { destroy } from './destroy';
import middlewares from './middlewares';
import { register } from './register';
import routes from './routes';
import services from './services';

export default { register, bootstrap, destroy, config, contentTypes, controllers, middlewares, routes, services };

export type { RatingsServices } from './services/access';
export type { Found, RatedCollection, Targets, TargetTitle } from './services/targets';
export type { Summaries, SummaryAudience, SummaryChange } from './services/summaries';
export type { Openings } from './services/openings';
export type { Histogram, OpeningBalance, Summary, Tally, Target } from './summary';
