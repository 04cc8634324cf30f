import { createArticle, startApp, type TestApp } from '../support';
import { fillSnapshots } from './fill-snapshots';

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

describe('the cost of a publication', () => {
  /** Copies of published articles; `GAZETTE_GROWTH=10000` makes as many as the goal names. */
  const GROWN = Number(process.env.GAZETTE_GROWTH || 3000);
  const BLOCK = 40;
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });

  afterAll(() => app.stop());

  /** Publishes a block of articles that carry a topic; the same title each time makes slugs the worst case. */
  const block = async (topic: string): Promise<number> => {
    const times: number[] = [];
    for (let made = 0; made < BLOCK; made += 1) {
      const start = performance.now();
      await createArticle(app, { title: 'Tin trong ngày', topics: [topic] }, { status: 'published' });
      times.push(performance.now() - start);
    }
    return median(times);
  };

  it('does not grow with what is published already', async () => {
    const topic = (await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Thời sự' } }))
      .documentId;
    await block(topic);
    const early = await block(topic);
    await fillSnapshots(app.strapi, GROWN);
    await block(topic);
    const late = await block(topic);
    process.stdout.write(
      `A publication took ${early.toFixed(1)} ms at first and ${late.toFixed(1)} ms beside ${GROWN} more articles.\n`,
    );
    // A cost that grew with the articles would be many times the first; machines under load vary by half.
    expect(late).toBeLessThan(early * 2);
    const snapshots = await app.strapi.db
      .connection('delivery_snapshots')
      .where({ collection: 'articles' })
      .count({ total: '*' });
    expect(Number(snapshots[0]?.total)).toBe(GROWN + BLOCK * 4);
  }, 400_000);
});
