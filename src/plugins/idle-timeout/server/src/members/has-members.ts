import type { Core } from '@strapi/strapi';

/** Whether this host has members: users-permissions is installed. */
export const hasMembers = (strapi: Core.Strapi): boolean => strapi.plugins['users-permissions'] !== undefined;
