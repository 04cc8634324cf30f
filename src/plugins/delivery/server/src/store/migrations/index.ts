import { initial } from './0001-initial';
import { countsAndJobs } from './0002-counts-and-jobs';
import { redactions } from './0003-redactions';
import { namesLinksDays } from './0004-names-links-days';
import { overlays } from './0005-overlays';
import { search } from './0006-search';
import { catalogue } from './0007-catalogue';
import { earlyPeriods } from './0008-early-periods';
import { removals } from './0011-removals';
import { coveringKeys } from './0012-covering-keys';
import { narrowSearch } from './0013-narrow-search';
import { recentSearch } from './0014-recent-search';
import { searchPlaces } from './0015-search-places';
import type { Tables } from '../tables';

export interface Migration {
  name: string;
  /** The statements, in order. */
  statements(tables: Tables): string[];
}

/** In the order they are run. A released migration is never changed; a new one is added. */
export const migrations: readonly Migration[] = [
  initial,
  countsAndJobs,
  redactions,
  namesLinksDays,
  overlays,
  search,
  catalogue,
  earlyPeriods,
  removals,
  coveringKeys,
  narrowSearch,
  recentSearch,
  searchPlaces,
];
