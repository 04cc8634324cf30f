import type { Tables } from '../tables';
import type { Migration } from './index';

const SCORES = [1, 2, 3, 4, 5];

const counted = (score: number): string =>
  `(count(*) FILTER (WHERE score = ${score}) - count(*) FILTER (WHERE stored = ${score}))::int AS n${score}`;

/**
 * Casts ballots, one after another, as `decideBallots` says. Each statement of a function sees what was committed before it
 * began, so the scores that are read behind the lock are those that nobody can change any more. A row for each ballot, in
 * order: the score before it, whether its tally changed, and the tally.
 */
const castFunction = (t: Tables): string => `
CREATE OR REPLACE FUNCTION ${t.cast}(
  collections text[], targets text[], voters text[], members text[], origins text[], scores int[], ids text[],
  today date, moment timestamp, changed_at bigint)
RETURNS TABLE (before int, "isChanged" boolean, collection text, "documentId" text, n1 int, n2 int, n3 int, n4 int, n5 int,
  "openingCount" int, "openingSum" int, revision bigint)
LANGUAGE plpgsql AS $cast$
#variable_conflict use_column
DECLARE
  known int[];
BEGIN
  -- Made before anything is locked, and all in one order, so that no two callers wait for each other.
  INSERT INTO ${t.summaries} (collection, document_id, updated_at)
    SELECT w.collection, w.target, changed_at
    FROM (SELECT DISTINCT * FROM unnest(collections, targets) AS u (collection, target)) AS w
    ORDER BY w.collection COLLATE "C", w.target COLLATE "C"
    ON CONFLICT (collection, document_id) DO NOTHING;
  PERFORM 1 FROM ${t.summaries} AS s
    WHERE (s.collection, s.document_id) IN (SELECT u.collection, u.target FROM unnest(collections, targets) AS u (collection, target))
    ORDER BY s.collection, s.document_id FOR UPDATE;
  -- What forgets whose a vote is asks for no tally, so votes are locked as well.
  known := ARRAY(
    SELECT v.score FROM unnest(collections, targets, voters) WITH ORDINALITY AS w (collection, target, voter, ord)
    LEFT JOIN LATERAL (
      SELECT o.score FROM ${t.votes} AS o
      WHERE o.voter_key = w.voter AND o.collection = w.collection AND o.target = w.target FOR UPDATE
    ) AS v ON true
    ORDER BY w.ord);
  RETURN QUERY
  WITH ballot AS (
    SELECT w.*, known[w.ord] AS stored,
      CASE WHEN row_number() OVER same_vote = 1 THEN known[w.ord] ELSE lag(w.score) OVER same_vote END AS score_before,
      lead(w.ord) OVER same_vote IS NULL AS is_last
    FROM unnest(collections, targets, voters, members, origins, scores, ids)
      WITH ORDINALITY AS w (collection, target, voter, member, origin, score, id, ord)
    WINDOW same_vote AS (PARTITION BY w.collection, w.target, w.voter ORDER BY w.ord)
  ), change AS (
    SELECT * FROM ballot WHERE is_last AND score IS DISTINCT FROM stored
  ), removed AS (
    DELETE FROM ${t.votes} AS v USING change AS c
    WHERE c.score IS NULL AND v.voter_key = c.voter AND v.collection = c.collection AND v.target = c.target
  ), put AS (
    INSERT INTO ${t.votes} (document_id, collection, target, voter_key, member, origin, score, voted_on, created_at, updated_at, published_at)
    SELECT id, collection, target, voter, member, origin, score, today, moment, moment, moment FROM change WHERE score IS NOT NULL
    ON CONFLICT (collection, target, voter_key) DO UPDATE SET score = excluded.score, updated_at = excluded.updated_at
  ), delta AS (
    SELECT collection, target, ${SCORES.map(counted).join(', ')} FROM change GROUP BY collection, target
  ), tallied AS (
    UPDATE ${t.summaries} AS s SET ${SCORES.map((n) => `n${n} = s.n${n} + d.n${n}`).join(', ')},
      revision = s.revision + 1, updated_at = changed_at
    FROM delta AS d WHERE s.collection = d.collection AND s.document_id = d.target RETURNING s.*
  ), tally AS (
    SELECT true AS is_changed, * FROM tallied
    UNION ALL
    SELECT false, s.* FROM ${t.summaries} AS s
    WHERE (s.collection, s.document_id) IN (SELECT b.collection, b.target FROM ballot AS b)
      AND (s.collection, s.document_id) NOT IN (SELECT d.collection, d.target FROM delta AS d)
  )
  SELECT b.score_before, y.is_changed, y.collection, y.document_id, y.n1, y.n2, y.n3, y.n4, y.n5,
    y.opening_count, y.opening_sum, y.revision
  FROM ballot AS b JOIN tally AS y ON y.collection = b.collection AND y.document_id = b.target
  ORDER BY b.ord;
END
$cast$`;

/** PostgreSQL decides a batch of ballots by itself: one statement, and one way there and back. */
export const cast: Migration = {
  name: '0002-cast',
  statements: (t) => (t.client === 'postgres' ? [castFunction(t)] : []),
};
