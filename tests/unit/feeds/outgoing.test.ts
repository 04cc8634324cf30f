import config from '../../../src/plugins/feeds/server/src/config';
import { doubling, nextTry, STANDARD_RETRIES } from '../../../src/plugins/feeds/server/src/outgoing/backoff';
import { post } from '../../../src/plugins/feeds/server/src/outgoing/post';
import { isPublicAddress } from '../../../src/plugins/feeds/server/src/outgoing/public-address';
import { signedHeaders } from '../../../src/plugins/feeds/server/src/webhooks/message';
import { changedTopics } from '../../../src/plugins/feeds/server/src/websub/topics';

test.each([
  ['8.8.8.8', true],
  ['203.162.0.1', true],
  ['2001:4860:4860::8888', true],
  ['127.0.0.1', false],
  ['127.9.9.9', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:a00:1', false],
  ['64:ff9b::7f00:1', false],
  ['localhost', false],
  ['', false],
])('%s is a public address: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

test.each([
  'http://127.0.0.1:9/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://localhost:9/',
  'http://169.254.169.254/latest/meta-data/',
])('%s is not asked', async (address) => {
  const { signal } = new AbortController();
  await expect(post(address, { headers: {}, body: '', allowPrivateAddresses: false, signal })).rejects.toThrow(
    /private network/,
  );
});

test("a signature is that of the specification's own example", () => {
  const message = {
    id: 'msg_loFOjxBNrRLzqYUf',
    at: 1_731_705_121,
    body: '{"event_type":"ping","data":{"success":true}}',
  };
  expect(signedHeaders(message, ['whsec_plJ3nmyCDGBKInavdOK15jsl'])).toMatchObject({
    'webhook-id': 'msg_loFOjxBNrRLzqYUf',
    'webhook-timestamp': '1731705121',
    'webhook-signature': 'v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=',
  });
});

test('a message is tried again later and later, a little apart from others, and then given up', () => {
  const at = (failures: number, chance: number) => Date.parse(nextTry(STANDARD_RETRIES, failures, 0, chance) ?? '');
  expect(at(1, 0)).toBe(5_000);
  expect(at(2, 0)).toBe(300_000);
  expect(at(2, 0.5)).toBe(315_000);
  expect(nextTry(STANDARD_RETRIES, STANDARD_RETRIES.length + 1)).toBeNull();
});

test('a hub is never given up', () => {
  expect([1, 2, 3, 10, 1_000].map(doubling)).toEqual([5, 10, 20, 2_560, 3_600]);
});

test('the feeds that changed are those of each list, in each language, once', () => {
  const source = {
    defaultLocale: 'vi',
    listsOf: (collection: string) => (collection === 'news' ? ['news'] : ['acts', 'papers']),
    addressesOf: (list: string, query: string) => [`/${list}.json?${query}`],
  };
  expect(
    changedTopics(
      [
        { collection: 'news', locale: 'vi' },
        { collection: 'news', locale: 'vi' },
        { collection: 'acts', locale: 'en' },
      ],
      source,
    ),
  ).toEqual(['/news.json?locale=vi', '/news.json?', '/acts.json?locale=en', '/papers.json?locale=en']);
  expect(changedTopics([], source)).toEqual([]);
});

describe('the options', () => {
  const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
  const hook = { name: 'a', url: 'https://www.example.vn/hook', secrets: [secret] };

  test('take a webhook', () => {
    expect(() => config.validator({ ...config.default, webhooks: [hook] })).not.toThrow();
  });

  test.each([
    ['a name with blanks', { ...hook, name: 'a b' }, 'name'],
    ['no secret', { ...hook, secrets: [] }, 'secrets'],
    ['a short secret', { ...hook, secrets: ['whsec_c2hvcnQ='] }, 'whsec_ and 24 to 64 bytes'],
    ['a secret without its mark', { ...hook, secrets: [secret.slice(6)] }, 'whsec_ and 24 to 64 bytes'],
    ['another protocol', { ...hook, url: 'ftp://example.vn/' }, 'url'],
    ['an unknown option', { ...hook, retries: 3 }, 'retries'],
  ])('refuse %s and name it, without showing a secret', (_title, webhook, name) => {
    const validate = () => config.validator({ ...config.default, webhooks: [webhook] });
    expect(validate).toThrow(name);
    expect(validate).not.toThrow(/c2hvcnQ|AQEBAQ/);
  });

  test('refuse two webhooks of one name, and a hub that is no address', () => {
    expect(() => config.validator({ ...config.default, webhooks: [hook, hook] })).toThrow('two have one name');
    expect(() => config.validator({ ...config.default, hub: 'hub' })).toThrow('hub');
  });
});
