import { bootstrap } from './bootstrap';
import config from './config';
import controllers from './controllers';
import { destroy } from './destroy';
import middlewares from './middlewares';
import { register } from './register';
import routes from './routes';
import services from './services';

export default { register, bootstrap, destroy, config, controllers, middlewares, routes, services };

export type * from './collections/definition';
export type { DeliveryServices } from './services/access';
export type { PublicRoute, RouteTable } from './public/route-table';
export type { Answer, Handler, PublicRequest } from './http/answer';
export type { ListQuery } from './query/list-query';
export type { Parameters } from './query/read-parameters';
export type { ItemView } from './public/find-item';
export type { CatalogueEntry, CatalogueReader } from './reader/catalogue-reader';
export type { ChangeReader, LogEntry, LogStretch, Removal } from './reader/change-reader';
export type { LogPosition } from './query/changes-cursor';
export type { StoredItem } from './reader/reader';
export type { PublicTarget } from './public/find-target';
export type { PastItem, RegisterReads } from './reader/register-reader';
export type { NewOverlay, OverlayChange, OverlayService } from './services/overlays';
export type { ReaderService } from './services/reader';
export type * from './diff';
export type { VersionDiff } from './services/history';
export type { StoredVersion, VersionHead, VersionSummary, VersionTarget } from './versions';
