import type { Describe } from '@gazette/delivery/strapi-server';
import { z } from 'zod';

const XML = 'application/xml';

/** `GET /sitemap.xml` */
export const describeSitemapIndex: Describe = (tools) => [
  {
    operationId: 'getSitemapIndex',
    method: 'get',
    path: '/sitemap.xml',
    tag: 'Feeds',
    summary: 'The index of all sitemaps',
    answers: { 200: tools.file('A sitemap index (https://www.sitemaps.org/protocol.html).', XML) },
    others: [304, 400],
  },
];

/** `GET /sitemaps/{name}.xml` */
export const describeSitemap: Describe = (tools) => [
  {
    operationId: 'getSitemap',
    method: 'get',
    path: '/sitemaps/{name}.xml',
    tag: 'Feeds',
    summary: 'One sitemap',
    description: 'At most 50,000 addresses, each with those of its other languages; `news` holds the last two days.',
    parameters: [
      tools.path(
        'name',
        'As in the index.',
        z.string().meta({ pattern: '^(news|items-[1-9][0-9]*)$', examples: ['items-1', 'news'] }),
      ),
    ],
    answers: { 200: tools.file('A sitemap.', XML) },
    others: [304, 400, 404],
  },
];
