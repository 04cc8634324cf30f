import type { Core } from '@strapi/strapi';
import type { DeliveryServices } from '@gazette/delivery/strapi-server';
import { isRecord, type Data } from '../rules/model';
import { withLibraryImages } from '../sections';
import { textsNaming } from './texts-naming-file';

const TEXT = 'gazette.text';

/** Brings the image blocks that show a file to its present size and formats. @returns whether there was one to change */
const renewTexts = async (strapi: Core.Strapi, file: Data): Promise<boolean> =>
  strapi.db.transaction(async () => {
    let changed = false;
    for (const { uid, id, row } of await textsNaming(strapi, file)) {
      if (uid !== TEXT || !Array.isArray(row.body)) continue;
      const body = withLibraryImages(row.body, [file]);
      if (JSON.stringify(body) === JSON.stringify(row.body)) continue;
      await strapi.db.query(TEXT).update({ where: { id }, data: { body } });
      changed = true;
    }
    return changed;
  });

/**
 * Keeps rich texts up to date with the media library, which they copy their images from. What is public is made again
 * afterwards: delivery, which follows files by itself, may have looked at the texts before they were changed.
 */
export const followReplacedFiles = (strapi: Core.Strapi): void => {
  strapi.db.lifecycles.subscribe({
    models: ['plugin::upload.file'],
    async afterUpdate({ result }) {
      if (!isRecord(result) || !(await renewTexts(strapi, result))) return;
      await strapi.plugin('delivery').service<DeliveryServices['projector']>('projector').projectFile(result);
    },
  });
};
