import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import schema from 'jsonfeed-schema/schema-v1.1.json';

const validate = addFormats(new Ajv({ strict: false })).compile(schema);

/** Parses a JSON feed, which must be valid by its schema and by the rules that the schema does not state. */
export const readJsonFeed = <
  Feed extends { version: string; feed_url?: string; next_url?: string; items: { id: string }[] },
>(
  text: string,
): Feed => {
  const feed: Feed = JSON.parse(text);
  expect(validate(feed) ? [] : validate.errors).toEqual([]);
  expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
  expect(feed.next_url).not.toBe(feed.feed_url);
  expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length);
  return feed;
};
