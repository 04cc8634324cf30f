import { startApp } from '../support';

const webhooksFor = (collection: string) =>
  JSON.stringify([
    {
      name: 'province',
      url: 'https://hooks.example.vn/in',
      secrets: [`whsec_${Buffer.alloc(24, 7).toString('base64')}`],
      collections: ['articles', collection],
    },
  ]);

describe('a webhook for what can never be told of', () => {
  // Entries of a list of several collections name the collection, not the list.
  it.each(['artcles', 'documents'])('stops the start, and says which collections there are: %s', async (collection) => {
    await expect(startApp({ environment: { WEBHOOKS: webhooksFor(collection) } })).rejects.toThrow(
      new RegExp(`"province" wants changes to "${collection}".*Collections: .*directives.*articles`),
    );
  });
});
