import type { Core } from '@strapi/strapi';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const listOf = (origin: unknown): string[] => {
  if (Array.isArray(origin)) return origin.filter((one) => typeof one === 'string');
  return typeof origin === 'string' ? origin.split(',').map((one) => one.trim()) : ['*'];
};

/** The websites that the host's `strapi::cors` allows; it allows all where it is told nothing. */
export const corsOrigins = (strapi: Core.Strapi): string[] => {
  const middlewares = strapi.config.get<unknown[]>('middlewares', []);
  const cors = middlewares.find((one) => isRecord(one) && one.name === 'strapi::cors');
  return listOf(isRecord(cors) && isRecord(cors.config) ? cors.config.origin : undefined);
};
