import { describeListedOrigins, describePublicHttp } from '../support/public-http';

describe('public reads', () => describePublicHttp({}));

describe('public reads for listed origins', () => describeListedOrigins({}));
