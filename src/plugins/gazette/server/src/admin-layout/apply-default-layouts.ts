import type { Core } from '@strapi/strapi';
import { choicesOf, digestOf, withLayout, type Configuration } from './configuration';
import { layouts } from './layouts';

/** By uid: the digest of the layout that was applied, and of the configuration as it was stored then. */
type Marks = Record<string, { layout: string; stored: string }>;

interface ConfigurationService {
  findConfiguration(model: { uid: string }): Promise<Configuration>;
  updateConfiguration(model: { uid: string }, configuration: Configuration): Promise<Configuration>;
}

/**
 * Gives each content type its layout in the admin. Call it in the plugin's `bootstrap()`, after the content manager
 * has generated its own configurations.
 *
 * A layout is written the first time that a database meets it, and again when a release brings another one, unless an
 * administrator has changed the view since: that choice stays. A boot with nothing new costs one read.
 */
export const applyDefaultLayouts = async (strapi: Core.Strapi): Promise<void> => {
  const store = strapi.store({ type: 'plugin', name: 'gazette' });
  const service: ConfigurationService = strapi.plugin('content-manager').service('content-types');
  const marks: Marks = { ...((await store.get({ key: 'adminLayouts' })) as Marks | null) };
  let changed = false;

  for (const [uid, layout] of Object.entries(layouts)) {
    const mark = marks[uid];
    const layoutDigest = digestOf(layout);
    if (mark?.layout === layoutDigest) continue;

    const stored = await service.findConfiguration({ uid });
    const untouched = mark === undefined || mark.stored === digestOf(choicesOf(stored));
    const current = untouched ? await service.updateConfiguration({ uid }, withLayout(stored, layout)) : null;
    marks[uid] = { layout: layoutDigest, stored: current ? digestOf(choicesOf(current)) : (mark?.stored ?? '') };
    changed = true;
  }

  if (changed) await store.set({ key: 'adminLayouts', value: marks });
};
