import type { StartOptions } from '../support';
import { describeListedOrigins, describePublicHttp } from '../support/public-http';

/** A host that does not name delivery's middleware: the same addresses are served by ordinary routes of Strapi. */
const configure: StartOptions['configure'] = (config) => {
  const middlewares = config.get<unknown[]>('middlewares');
  const others = middlewares.filter((middleware) => middleware !== 'plugin::delivery.public');
  expect(others).toHaveLength(middlewares.length - 1);
  config.set('middlewares', others);
};

describe('public reads without the middleware', () => describePublicHttp({ configure }));

describe('public reads without the middleware for listed origins', () => describeListedOrigins({ configure }));
