export { createVersionReader } from './version-reader';
export type { StoredVersion, VersionHead, VersionReader, VersionSummary } from './version-reader';
export { readVersionsPage } from './versions-page';
export type { VersionsPage } from './versions-page';
export { readDiffQuery, readVersionLocale, readVersionsQuery, versionNumber } from './versions-query';
export type { DiffQuery } from './versions-query';
export type { VersionTarget } from './versions-sql';
