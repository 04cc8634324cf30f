import { factories, type Core } from '@strapi/strapi';
import { createImporter } from '../import-page/importer';
import { createRoles } from '../roles/create-roles';
import { COLLECTION_TYPES, SINGLE_TYPES } from '../routes/types';

const core = ({ singular }: { singular: string }) => [
  singular,
  factories.createCoreService(`plugin::gazette.${singular}` as never),
];

export default {
  ...Object.fromEntries([...COLLECTION_TYPES, ...SINGLE_TYPES].map(core)),
  roles: ({ strapi }: { strapi: Core.Strapi }) => ({
    /** Makes the roles writer, editor and publisher, once. For the host's bootstrap. */
    create: () => createRoles(strapi),
  }),
  importer: ({ strapi }: { strapi: Core.Strapi }) => createImporter(strapi),
};
