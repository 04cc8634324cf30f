import type { Core } from '@strapi/strapi';
import { hasDrafts, isDocument, isTranslated } from '../rules/model';
import { ROLES, type Right, type RoleDefinition } from './role-table';

interface PermissionInput {
  action: string;
  subject: string | null;
  properties: Record<string, unknown>;
  conditions: string[];
}

const action = (right: Right) => `plugin::content-manager.explorer.${right}`;

const IS_CREATOR = 'admin::is-creator';

/** Whoever works on their own things changes only those; of documents, which may be classified, they see only those. */
const isLimited = (uid: string, right: Right): boolean =>
  right === 'update' || right === 'delete' || (right === 'read' && isDocument(uid));

const contentPermissions = (
  strapi: Core.Strapi,
  { rights, own }: RoleDefinition,
  locales: string[],
): PermissionInput[] =>
  Object.entries(rights).flatMap(([uid, granted]) => {
    const contentType = strapi.contentType(uid as never);
    // The fields inside components, never the components themselves: the admin's forms hide a component whose own name is
    // all that is granted, until Strapi spells it out at its next start.
    const fields: string[] = strapi
      .service('admin::content-type')
      .getNestedFields(contentType, { components: strapi.components });
    return granted
      .filter((right) => right !== 'publish' || hasDrafts(strapi, contentType.uid))
      .map((right) => ({
        action: action(right),
        subject: uid,
        properties: {
          ...(right === 'delete' || right === 'publish' ? {} : { fields }),
          ...(isTranslated(strapi, contentType.uid) ? { locales } : {}),
        },
        conditions: own && isLimited(uid, right) ? [IS_CREATOR] : [],
      }));
  });

const UPLOAD_ACTIONS = [
  'read',
  'assets.create',
  'assets.update',
  'assets.download',
  'assets.copy-link',
  'configure-view',
];

/** A file that a published page shows is changed by whoever put it there, or by those who edit everything. */
const uploadPermissions = ({ own }: RoleDefinition): PermissionInput[] =>
  UPLOAD_ACTIONS.map((name) => ({
    action: `plugin::upload.${name}`,
    subject: null,
    properties: {},
    conditions: own && name === 'assets.update' ? [IS_CREATOR] : [],
  }));

const grant = async (strapi: Core.Strapi, role: number, action: string): Promise<void> => {
  const permissions = strapi.db.query('admin::permission');
  if ((await permissions.count({ where: { role: { id: role }, action } })) > 0) return;
  await strapi
    .service('admin::permission')
    .createMany([{ action, subject: null, properties: {}, conditions: [], role }]);
};

/**
 * Makes the roles writer, editor and publisher where they were never made before; an administrator who changes or deletes
 * one keeps that. It runs in the host's bootstrap: a plugin's own comes before the admin's, which would find roles there
 * and then not make its Super Admin.
 */
export const createRoles = async (strapi: Core.Strapi): Promise<void> => {
  const store = strapi.store({ type: 'plugin', name: 'gazette', key: 'roles' });
  const made: unknown = await store.get({});
  const known = new Set(Array.isArray(made) ? made.map(String) : []);
  const locales: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
  for (const definition of ROLES) {
    if (known.has(definition.code)) continue;
    const { name, code, description } = definition;
    const existing = await strapi.db.query('admin::role').findOne({ where: { code } });
    if (!existing) {
      const role = await strapi.service('admin::role').create({ name, code, description });
      const permissions = [
        ...contentPermissions(
          strapi,
          definition,
          locales.map((locale) => locale.code),
        ),
        ...uploadPermissions(definition),
        ...definition.actions.map((name) => ({ action: name, subject: null, properties: {}, conditions: [] })),
      ];
      await strapi.service('admin::role').assignPermissions(role.id, permissions);
    }
    known.add(code);
    await store.set({ value: [...known] });
  }
  // Also to roles that an earlier release made, which knew nothing of it; once, so that who takes it back keeps that.
  for (const { code, actions } of ROLES)
    for (const action of actions) {
      const granted = `${code} ${action}`;
      if (known.has(granted)) continue;
      const role = await strapi.db.query('admin::role').findOne({ where: { code } });
      if (role) await grant(strapi, role.id, action);
      known.add(granted);
      await store.set({ value: [...known] });
    }
};
