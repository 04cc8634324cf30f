import { kindCodesOf } from '../../kinds';
import { documentAttributes } from '../document-attributes';
import { shared } from '../localization';
import type { ContentTypeSchema } from '../schema-types';

/** An official document other than a resolution (văn bản chỉ đạo). */
export const schema: ContentTypeSchema = {
  kind: 'collectionType',
  collectionName: 'gazette_directives',
  info: {
    singularName: 'directive',
    pluralName: 'directives',
    displayName: 'Văn bản chỉ đạo',
    description: 'Chỉ thị, kết luận, kế hoạch và văn bản khác',
  },
  options: { draftAndPublish: true },
  pluginOptions: { i18n: { localized: true }, gazette: { type: 'directive' } },
  config: { attributes: { changeHistory: { hidden: true } } },
  attributes: {
    ...documentAttributes,
    kind: { type: 'enumeration', enum: kindCodesOf('directives'), required: true, ...shared },
    tasks: { type: 'component', component: 'gazette.task', repeatable: true, ...shared },
  },
};
