import type { PresentContext } from '@gazette/delivery/strapi-server';
import type { z } from 'zod';
import { presentAddress } from '../sections/present-image';
import type { AttachmentRow, FileRow } from './rows';
import type { attachmentSchema } from './schemas';
import { textOrNull, wholeNumberOrNull } from './values';

/** A file of a document. */
export type PublicAttachment = z.infer<typeof attachmentSchema>;

const BYTES_A_KILOBYTE = 1000;

/**
 * Counted bytes, else what Strapi keeps: kilobytes with two decimals, from which large files are known to ten bytes.
 * Databases give large whole numbers and decimals as text.
 */
const bytesOf = ({ byteSize, size }: FileRow): number | null => {
  if (byteSize !== null && byteSize !== undefined && byteSize !== '') return Number(byteSize);
  const kilobytes = size === null || size === undefined || size === '' ? Number.NaN : Number(size);
  return Number.isFinite(kilobytes) && kilobytes >= 0 ? Math.round(kilobytes * BYTES_A_KILOBYTE) : null;
};

/** The files in the editor's order; an attachment whose file is gone or has no safe address is left out. */
export const presentAttachments = (
  attachments: AttachmentRow[] | null | undefined,
  context: PresentContext,
): PublicAttachment[] =>
  (attachments ?? []).flatMap(({ file, title, pages, official, accessible }) => {
    const url = presentAddress(file?.url, context);
    if (!file || url === null) return [];
    return [
      {
        title: textOrNull(title) ?? textOrNull(file.name),
        url,
        mime: textOrNull(file.mime),
        size: bytesOf(file),
        sha256: textOrNull(file.sha256),
        pages: wholeNumberOrNull(pages),
        official: official === true,
        accessible: accessible === true,
      },
    ];
  });
