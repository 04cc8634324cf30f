import type { TestApp } from './start-app';

interface Redactor {
  redact(request: Record<string, unknown>): Promise<{ locale: string; version: number }[]>;
}

/** Erases what was published by mistake, as the command does it; of an article unless told. @returns what was erased */
export const redact = ({ strapi }: TestApp, request: { documentId: string } & Record<string, unknown>) =>
  strapi
    .plugin('delivery')
    .service<Redactor>('redact')
    .redact({ collection: 'articles', who: 'Trần Thị Bé', reason: 'Lộ số căn cước', ...request });
