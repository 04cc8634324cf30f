import type { TestApp } from './start-app';

/** Publishes the resolution 7-NQ/HU with the issuer that it needs. */
export const createResolution = async ({ strapi }: TestApp): Promise<{ issuer: string; resolution: string }> => {
  const issuer = await strapi.documents('plugin::gazette.issuer').create({ data: { name: 'Huyện uỷ', code: 'HU' } });
  const data = { symbol: '7-NQ/HU', title: 'Nghị quyết', kind: 'party', issuedOn: '2024-01-02' };
  const { documentId } = await strapi
    .documents('plugin::gazette.resolution')
    .create({ data: { ...data, issuer: issuer.documentId }, status: 'published' });
  return { issuer: issuer.documentId, resolution: documentId };
};
