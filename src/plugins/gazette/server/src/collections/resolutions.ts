import type { ItemFrame } from '@gazette/delivery/strapi-server';
import {
  presentResolution,
  resolutionSchema,
  resolutionSummarySchema,
  type PublicResolution,
  type ResolutionRow,
} from '../presenters';
import { officialDocuments } from './official-documents';
import { resolutionPopulate } from './populate';

type ResolutionItem = ItemFrame & PublicResolution;

/** A resolution as lists show it. */
export type ResolutionSummary = Omit<
  ResolutionItem,
  'body' | 'bodyHtml' | 'bodyText' | 'contents' | 'jsonLd' | 'attachments' | 'relations'
>;

const summarise = (item: ResolutionItem): ResolutionSummary => {
  const {
    body: _body,
    bodyHtml: _bodyHtml,
    bodyText: _bodyText,
    contents: _contents,
    jsonLd: _jsonLd,
    attachments: _attachments,
    relations: _relations,
    ...summary
  } = item;
  return summary;
};

/** Resolutions (nghị quyết). */
export const resolutions = officialDocuments<ResolutionRow, PublicResolution, ResolutionSummary>({
  name: 'resolutions',
  uid: 'plugin::gazette.resolution',
  itemName: 'Resolution',
  itemSchema: resolutionSchema,
  summarySchema: resolutionSummarySchema,
  populate: resolutionPopulate,
  present: presentResolution,
  summarise,
});
