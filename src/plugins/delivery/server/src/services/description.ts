import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { DeliveryConfig } from '../config';
import { openApiDocument } from '../description/document';
import { ABOUT, TAGS, TITLE } from '../description/about';
import type { JsonObject } from '../description/json-schemas';
import type { Description } from '../description/operation';
import { createTools, type Describe, type DescribeTools } from '../description/tools';
import { JSON_TYPE, type Answer, type PublicRequest } from '../http/answer';
import { tagOf } from '../http/etag';
import { invalidParameter } from '../errors';
import { parseQueryString } from '../query/parse-query-string';
import { selfLink } from '../public/links';
import type { PublicRoute } from '../public/route-table';
import { deliveryService } from './access';

/** The description of the whole public API, from every plugin that has addresses: OpenAPI 3.1. */
export interface Descriptions {
  /** Adds addresses that are served outside delivery's table. */
  add(describe: (tools: DescribeTools) => Description): void;
  /** Made at the first call, and again where the site's languages have changed. */
  document(): Promise<JsonObject>;
  /** `GET /openapi.json` */
  route(): PublicRoute;
}

interface Made {
  locales: string;
  document: JsonObject;
  body: string;
  tag: string;
}

const describeItself: Describe = (tools) => [
  {
    operationId: 'getDescription',
    method: 'get',
    path: '/openapi.json',
    tag: 'About',
    summary: 'This description',
    answers: {
      200: tools.cached(
        'OpenAPI 3.1.',
        z.looseObject({ openapi: z.string(), info: z.looseObject({}), paths: z.looseObject({}) }),
      ),
    },
    others: [304, 400],
  },
];

export const createDescriptions = ({ strapi }: { strapi: Core.Strapi }): Descriptions => {
  const added: ((tools: DescribeTools) => Description)[] = [];
  let made: Made | null = null;

  const make = async (): Promise<Made> => {
    const reader = deliveryService(strapi, 'reader');
    const locales = await reader.locales();
    const key = JSON.stringify(locales);
    if (made?.locales === key) return made;
    const tools = createTools(deliveryService(strapi, 'collections'), locales);
    const routes = deliveryService(strapi, 'publicRoutes').all();
    const { publicApiUrl, prefix } = strapi.config.get<DeliveryConfig>('plugin::delivery');
    const restPrefix = strapi.config.get<string>('api.rest.prefix', '/api');
    const document = openApiDocument(
      {
        title: TITLE,
        version: strapi.config.get<string>('info.version', '0.0.0'),
        description: ABOUT,
        serverUrl: publicApiUrl.replace(/\/$/, ''),
        prefix: restPrefix,
        tags: TAGS,
      },
      [
        ...routes.map(({ describe }) => ({
          operations: (describe?.(tools) ?? []).map((one) => ({ ...one, path: `${prefix}${one.path}` })),
        })),
        ...added.map((describe) => describe(tools)),
      ],
    );
    const body = JSON.stringify(document);
    made = { locales: key, document, body, tag: tagOf(body) };
    return made;
  };

  return {
    add: (describe) => void added.push(describe),
    document: async () => (await make()).document,
    route: () => ({
      path: '/openapi.json',
      describe: describeItself,
      async handler(request: PublicRequest): Promise<Answer> {
        const [unknown] = Object.keys(parseQueryString(request.queryString));
        if (unknown !== undefined)
          throw invalidParameter(unknown, `"${unknown}" is not a parameter of /openapi.json. It takes none.`, []);
        const { body, tag } = await make();
        return {
          status: 200,
          body,
          contentType: JSON_TYPE,
          tag,
          cache: 'shared',
          keys: ['openapi'],
          links: selfLink(deliveryService(strapi, 'reader'), request),
        };
      },
    }),
  };
};
