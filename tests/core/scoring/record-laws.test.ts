import fc from 'fast-check';
import { linearSumAssignment } from 'linear-sum-assignment';
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '@/lib/core/random';
import { isJsonList, isJsonObject, isLeaf, type Json, type JsonObject } from '@/lib/core/record/json';
import { equalLeaves, scoreRecord, scoreRecordByField, type ScoredByField } from '@/lib/core/scoring';
import { alikeRows, anyRecord, nestedTable, shuffled, table } from './arbitraries';

function scored(gold: JsonObject, prediction: Json): ScoredByField {
  const score = scoreRecordByField({ gold, prediction });
  if (score.kind !== 'scored') throw new Error(score.reason);
  return score;
}

const records = fc.oneof(anyRecord, table, nestedTable, alikeRows);
const many = { numRuns: 500 };
const seeds = fc.nat().map(createRandom);

/** Matched leaves as the specification has them: all pairings of rows are tried. */
function matchesByTrial(gold: Json | undefined, predicted: Json | undefined): number {
  if (gold === undefined || predicted === undefined) return 0;
  if (isLeaf(gold)) return isLeaf(predicted) && equalLeaves(gold, predicted) ? 1 : 0;
  if (isJsonList(gold)) return isJsonList(predicted) ? bestPairing(gold, predicted) : 0;
  if (!isJsonObject(predicted)) return 0;
  const shared = Object.keys(gold).filter((key) => Object.hasOwn(predicted, key));
  return shared.reduce((sum, key) => sum + matchesByTrial(gold[key], predicted[key]), 0);
}

function bestPairing([first, ...rest]: readonly Json[], predicted: readonly Json[]): number {
  if (first === undefined) return 0;
  const paired = predicted.map((row, i) => matchesByTrial(first, row) + bestPairing(rest, predicted.toSpliced(i, 1)));
  return Math.max(bestPairing(rest, predicted), ...paired);
}

/** A wrong leaf put anywhere: into an object as a key of its own, into a list as a row of its own. */
function withJunk(json: Json, random: Random): Json {
  const junk = 'nobody wrote this';
  if (isJsonList(json)) {
    const at = random.int(json.length + 1);
    return at === json.length ? [...json, junk] : json.with(at, withJunk(json[at] as Json, random));
  }
  if (!isJsonObject(json)) return junk;
  const inner = Object.keys(json).filter((key) => !isLeaf(json[key]));
  if (inner.length === 0 || random.int(2)) return { ...json, invented: junk };
  const key = random.pick(inner);
  return { ...json, [key]: withJunk(json[key] as Json, random) };
}

describe('the score of a record', () => {
  it('matches exactly as many leaves as the best of all pairings, lists inside rows included', () => {
    fc.assert(
      fc.property(records, records, (gold, prediction) => {
        expect(scored(gold, prediction).matched).toBe(matchesByTrial(gold, prediction));
      }),
      many,
    );
  });

  it('is the same for keys and rows in any order, by field too', () => {
    fc.assert(
      fc.property(records, records, seeds, (gold, prediction, random) => {
        const other = scored(shuffled(gold, random) as JsonObject, shuffled(prediction, random));
        expect(other).toEqual(scored(gold, prediction));
      }),
      many,
    );
  });

  it('is the same by field for big tables of ties in any order', () => {
    const cells = (random: Random): Json => ({ a: String(random.int(3)), b: String(random.int(4)), c: [String(random.int(3))] });
    fc.assert(
      fc.property(seeds, (random) => {
        const [gold, prediction] = [80, 70].map((count) => ({ rows: Array.from({ length: count }, () => cells(random)) }));
        const other = scored(shuffled(gold as JsonObject, random) as JsonObject, shuffled(prediction as JsonObject, random));
        expect(other).toEqual(scored(gold as JsonObject, prediction as JsonObject));
      }),
      { numRuns: 20 },
    );
  });

  it('finds in big tables the total of an assignment over all pairs of rows', () => {
    const cells = (random: Random): JsonObject =>
      Object.fromEntries(['a', 'b', 'c'].map((key) => [key, String(random.int(random.pick([2, 5, 90])))]));
    const rowsOf = (count: number, random: Random): JsonObject[] => Array.from({ length: count }, () => cells(random));
    fc.assert(
      fc.property(seeds, (random) => {
        const [gold, predicted] = [rowsOf(75, random), rowsOf(90, random)];
        const weights = gold.map((row) => predicted.map((other) => matchesByTrial(row, other)));
        const { gain } = linearSumAssignment(weights, { maximaze: true });
        expect(scored({ rows: gold }, { rows: predicted }).matched).toBe(gain);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps its bounds, and its fields add up to it', () => {
    fc.assert(
      fc.property(records, records, (gold, prediction) => {
        const { fields, ...score } = scored(gold, prediction);
        expect(scoreRecord({ gold, prediction })).toEqual(score);
        expect(score.matched).toBeLessThanOrEqual(Math.min(score.predicted, score.gold));
        for (const rate of [score.precision, score.recall, score.f1, score.matching]) {
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(rate).toBeLessThanOrEqual(1);
        }
        for (const field of Object.values(fields)) expect(field.matched).toBeLessThanOrEqual(Math.min(field.predicted, field.gold));
        const sum = Object.values(fields).reduce((total, field) => total + field.matched, 0);
        expect(sum).toBe(score.matched);
      }),
      many,
    );
  });

  it('never has a higher precision for a wrong leaf put in anywhere', () => {
    fc.assert(
      fc.property(records, records, seeds, (gold, prediction, random) => {
        const before = scored(gold, prediction);
        expect(scored(gold, withJunk(prediction, random)).precision).toBeLessThanOrEqual(before.precision);
      }),
      many,
    );
  });

  it('falls with every piece of junk that is added to a right record', () => {
    fc.assert(
      fc.property(records, seeds, fc.integer({ min: 1, max: 6 }), (gold, random, amount) => {
        fc.pre(scored(gold, gold).gold > 0);
        let prediction: Json = gold;
        for (let i = 0; i < amount; i++) {
          const { f1, precision, matching } = scored(gold, prediction);
          prediction = { ...(prediction as JsonObject), [`junk ${i}`]: withJunk([], random) };
          const after = scored(gold, prediction);
          expect(after.recall).toBe(1);
          expect(after.f1).toBeLessThan(f1);
          expect(after.precision).toBeLessThan(precision);
          expect(after.matching).toBeLessThan(matching);
        }
      }),
      many,
    );
  });
});
