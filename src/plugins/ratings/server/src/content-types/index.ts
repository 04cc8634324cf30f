import * as rating from './rating';

export const contentTypes = { rating: { schema: rating.schema } };
