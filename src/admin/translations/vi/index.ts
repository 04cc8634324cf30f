import admin from './admin.json';
import contentManager from './content-manager.json';
import contentReleases from './content-releases.json';
import contentTypeBuilder from './content-type-builder.json';
import email from './email.json';
import i18n from './i18n.json';
import reviewWorkflows from './review-workflows.json';
import upload from './upload.json';
import usersPermissions from './users-permissions.json';

/**
 * The Vietnamese texts of the administration panel which Strapi's own translations lack or get wrong, by full message
 * id (`<plugin id>.<key>`; the admin package's ids have no prefix). Strapi lays them over its own Vietnamese texts.
 */
export const vi: Record<string, string> = {
  ...admin,
  ...contentManager,
  ...contentReleases,
  ...contentTypeBuilder,
  ...email,
  ...i18n,
  ...reviewWorkflows,
  ...upload,
  ...usersPermissions,
};
