import { gone, invalidParameter, notFound } from '../errors';
import type { Found, RatedCollection } from '../services/targets';

/** No address is longer. */
const MAX_ID_LENGTH = 300;

export type Standing = Extract<Found, { state: 'rateable' | 'closed' }>;

/**
 * The document of an address, which is public.
 * @throws RatingError 404 where it never was, 410 where it was taken back, 400 for a locale that the site has not
 */
export const findTarget = async (
  collection: RatedCollection,
  id: string,
  locale: string | undefined,
): Promise<Standing> => {
  if (id.length > MAX_ID_LENGTH) throw notFound(`No published item of ${collection.name} has this address.`);
  const found = await collection.resolve(id, locale);
  switch (found.state) {
    case 'rateable':
    case 'closed':
      return found;
    case 'gone':
      throw gone(found.details);
    case 'unknown':
      throw notFound(found.message, found.details);
    case 'no-such-locale':
      throw invalidParameter(
        'locale',
        `locale is "${locale}", and the site has ${found.allowed.join(', ')}.`,
        found.allowed,
      );
  }
};
