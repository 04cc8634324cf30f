import { dailyVotes } from '../../../src/plugins/ratings/admin/src/trend-bars';

describe('the trend of votes', () => {
  it('has every day, with 0 for days without votes, across months', () => {
    const trend = [
      { day: '2026-02-27', count: 3 },
      { day: '2026-03-01', count: 5 },
    ];
    expect(dailyVotes(trend, '2026-03-02', 4)).toEqual([3, 0, 5, 0]);
  });

  it('leaves out what is older', () => {
    expect(dailyVotes([{ day: '2026-02-26', count: 3 }], '2026-03-02', 4)).toEqual([0, 0, 0, 0]);
  });
});
