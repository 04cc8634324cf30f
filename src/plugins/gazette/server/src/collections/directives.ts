import type { ItemFrame } from '@gazette/delivery/strapi-server';
import {
  directiveSchema,
  directiveSummarySchema,
  presentDirective,
  type DirectiveRow,
  type PublicDirective,
} from '../presenters';
import { officialDocuments } from './official-documents';
import { directivePopulate } from './populate';

type DirectiveItem = ItemFrame & PublicDirective;

/** A directive as lists show it. */
export type DirectiveSummary = Omit<
  DirectiveItem,
  'body' | 'bodyHtml' | 'bodyText' | 'contents' | 'jsonLd' | 'attachments' | 'relations' | 'tasks'
>;

const summarise = (item: DirectiveItem): DirectiveSummary => {
  const {
    body: _body,
    bodyHtml: _bodyHtml,
    bodyText: _bodyText,
    contents: _contents,
    jsonLd: _jsonLd,
    attachments: _attachments,
    relations: _relations,
    tasks: _tasks,
    ...summary
  } = item;
  return summary;
};

/** Official documents other than resolutions (văn bản chỉ đạo). */
export const directives = officialDocuments<DirectiveRow, PublicDirective, DirectiveSummary>({
  name: 'directives',
  uid: 'plugin::gazette.directive',
  itemName: 'Directive',
  itemSchema: directiveSchema,
  summarySchema: directiveSummarySchema,
  populate: directivePopulate,
  present: presentDirective,
  summarise,
  issuersIn: ({ tasks }) =>
    (tasks ?? []).flatMap(({ leadIssuer, supportingIssuers }) => [leadIssuer, ...(supportingIssuers ?? [])]),
});
