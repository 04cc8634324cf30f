import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { inDependencyOrder } from './dependency-order';
import { isEmptyDatabase } from './is-empty-database';
import { readSampleContent } from './read-sample-content';
import { COLLECTIONS, type SampleCollection, type SampleContent, type SampleEntry } from './sample-entry';
import { emptyProgress, readProgress, writeProgress, type SampleProgress } from './sample-progress';
import { resolveData, type Resolver } from './sample-values';
import { mediaOf, uploadSampleFile } from './upload-sample-files';

export interface SampleOptions {
  /** Folder of the JSON files; `database/sample` of the application when not given. */
  folder?: string;
}

const TYPES = {
  tags: { uid: 'plugin::gazette.tag', localized: false, drafts: false },
  topics: { uid: 'plugin::gazette.topic', localized: false, drafts: false },
  issuers: { uid: 'plugin::gazette.issuer', localized: false, drafts: false },
  authors: { uid: 'plugin::gazette.author', localized: false, drafts: false },
  dossiers: { uid: 'plugin::gazette.dossier', localized: false, drafts: false },
  resolutions: { uid: 'plugin::gazette.resolution', localized: true, drafts: true },
  directives: { uid: 'plugin::gazette.directive', localized: true, drafts: true },
  articles: { uid: 'plugin::gazette.article', localized: true, drafts: true },
  pages: { uid: 'plugin::gazette.page', localized: true, drafts: true },
  site: { uid: 'plugin::gazette.site', localized: true, drafts: false },
} as const;

/** The language of `data` in the sample files. */
const LANGUAGE = 'vi';

/**
 * Fills an empty database with the sample content. Every entry and the note that it is made are one transaction, so a
 * load that was killed goes on at the next call and makes nothing twice; a database with content of its own is left alone.
 *
 * @returns what happened: `loaded` (now complete) or `skipped` (complete before, or not empty)
 * @throws Error naming every broken reference before anything is written
 */
export async function loadSampleContent(
  strapi: Core.Strapi,
  options: SampleOptions = {},
): Promise<'loaded' | 'skipped'> {
  const stored = await readProgress(strapi);
  if (stored?.state === 'done') return 'skipped';
  if (stored === null && !(await isEmptyDatabase(strapi))) return 'skipped';

  const folder = options.folder ?? join(strapi.dirs.app.root, 'database', 'sample');
  const content = readSampleContent(folder);
  const load = new SampleLoad(strapi, folder, content, stored ?? emptyProgress());
  await load.run();
  return 'loaded';
}

class SampleLoad {
  private readonly resolver: Resolver;

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly folder: string,
    private readonly content: SampleContent,
    private progress: SampleProgress,
  ) {
    this.resolver = {
      documentIdOf: (target) => known(this.progress.documents[target], target),
      fileIdOf: (path) => known(this.progress.files[path], path),
    };
  }

  async run(): Promise<void> {
    await writeProgress(this.strapi, this.progress);
    await this.uploadFiles();
    for (const collection of COLLECTIONS) {
      if (collection === 'articles') await this.loadLinkedArticles();
      else await this.loadCollection(collection);
      this.strapi.log.info(`Sample content: ${this.content[collection].length} ${collection}`);
    }
    await writeProgress(this.strapi, { ...this.progress, state: 'done' });
  }

  private async uploadFiles(): Promise<void> {
    const files = mediaOf(this.content);
    for (const media of files) {
      if (this.progress.files[media.file] !== undefined) continue;
      await this.step(async () => ({
        files: { ...this.progress.files, [media.file]: await uploadSampleFile(this.strapi, this.folder, media) },
      }));
    }
    this.strapi.log.info(`Sample content: ${files.length} files`);
  }

  private async loadCollection(collection: SampleCollection): Promise<void> {
    for (const entry of inDependencyOrder(collection, this.content[collection])) {
      const target = `${collection}/${entry.key}`;
      if (this.progress.finished.includes(target)) continue;
      await this.step(async () => {
        const documentId = await this.create(collection, entry);
        await this.publish(collection, entry, documentId);
        return {
          documents: { ...this.progress.documents, [target]: documentId },
          finished: [...this.progress.finished, target],
        };
      });
    }
  }

  /** Articles name each other freely: all are made before any is linked, and linked before it is published. */
  private async loadLinkedArticles(): Promise<void> {
    const { articles } = this.content;
    for (const entry of articles) {
      const target = `articles/${entry.key}`;
      if (this.progress.documents[target] !== undefined) continue;
      const { related: _later, ...data } = entry.data;
      await this.step(async () => ({
        documents: { ...this.progress.documents, [target]: await this.create('articles', { ...entry, data }) },
      }));
    }
    for (const entry of articles) {
      const target = `articles/${entry.key}`;
      if (this.progress.finished.includes(target)) continue;
      await this.step(async () => {
        const documentId = this.resolver.documentIdOf(target);
        if (entry.data.related !== undefined) {
          const data = resolveData({ related: entry.data.related }, this.resolver);
          await this.strapi.documents(TYPES.articles.uid).update({ documentId, locale: LANGUAGE, data });
        }
        await this.publish('articles', entry, documentId);
        return { finished: [...this.progress.finished, target] };
      });
    }
  }

  /** Makes the draft in all its languages and answers its document id. */
  private async create(collection: SampleCollection, entry: SampleEntry): Promise<string> {
    const { uid, localized } = TYPES[collection];
    const documents = this.strapi.documents(uid);
    const { documentId } = await documents.create({
      data: resolveData(entry.data, this.resolver),
      ...(localized ? { locale: LANGUAGE } : {}),
    });
    for (const [locale, translation] of Object.entries(entry.locales)) {
      await documents.update({ documentId, locale, data: resolveData(translation, this.resolver) });
    }
    return documentId;
  }

  private async publish(collection: SampleCollection, entry: SampleEntry, documentId: string): Promise<void> {
    const { uid, drafts } = TYPES[collection];
    if (!drafts || entry.status !== 'published') return;
    await this.strapi.documents(uid).publish({ documentId, locale: '*' });
  }

  /** Runs one piece of work and stores the progress it answers, both or neither. */
  private async step(work: () => Promise<Partial<SampleProgress>>): Promise<void> {
    this.progress = await this.strapi.db.transaction(async () => {
      const progress = { ...this.progress, ...(await work()) };
      await writeProgress(this.strapi, progress);
      return progress;
    });
  }
}

function known<Value>(value: Value | undefined, target: string): Value {
  if (value === undefined) throw new Error(`The sample content needs "${target}" before it is made.`);
  return value;
}
