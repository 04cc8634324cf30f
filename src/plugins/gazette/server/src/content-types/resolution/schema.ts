import { kindCodesOf } from '../../kinds';
import { documentAttributes } from '../document-attributes';
import { shared } from '../localization';
import type { ContentTypeSchema } from '../schema-types';

/** A resolution (nghị quyết) of a Party body or an assembly. */
export const schema: ContentTypeSchema = {
  kind: 'collectionType',
  collectionName: 'gazette_resolutions',
  info: {
    singularName: 'resolution',
    pluralName: 'resolutions',
    displayName: 'Nghị quyết',
    description: 'Nghị quyết của Đảng, của Hội đồng nhân dân và của cơ quan khác',
  },
  options: { draftAndPublish: true },
  pluginOptions: { i18n: { localized: true }, gazette: { type: 'resolution' } },
  config: { attributes: { changeHistory: { hidden: true } } },
  attributes: {
    ...documentAttributes,
    kind: { type: 'enumeration', enum: kindCodesOf('resolutions'), required: true, ...shared },
    meeting: { type: 'string', maxLength: 255, ...shared },
    term: { type: 'string', maxLength: 60, ...shared },
    adoptedOn: { type: 'date', ...shared },
    votesFor: { type: 'integer', min: 0, ...shared },
    votesAgainst: { type: 'integer', min: 0, ...shared },
    votesAbstained: { type: 'integer', min: 0, ...shared },
  },
};
