import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentScores } from '@/lib/core/evaluation/document-scores';
import { describeRecheck } from '@/lib/core/evaluation/describe-recheck';
import { meanFigure } from '@/lib/core/evaluation/mean-figure';
import { movedFigures } from '@/lib/core/evaluation/moved-figures';
import { overallDifference } from '@/lib/core/evaluation/overall-difference';
import { comparePaired } from '@/lib/core/evaluation/paired-difference';
import { recheck } from '@/lib/core/evaluation/recheck';
import { scoreDocument } from '@/lib/core/evaluation/score-document';
import { summariseEvaluation } from '@/lib/core/evaluation/summarise-evaluation';
import type { Observation } from '@/lib/core/metrics/calibration';
import type { JsonObject } from '@/lib/core/record/json';
import type { RecordSchema } from '@/lib/core/schema/types';

const schema: RecordSchema = {
  type: 'object',
  properties: { name: { type: 'string' }, ward: { type: 'string', 'x-severity': 'minor' }, age: { type: 'string' } },
};
const gold: JsonObject = { name: 'Annabelle Leeson', ward: '3B', age: '41' };

function scored(documentId: string, record: JsonObject, confidence: Readonly<Record<string, number>> = {}) {
  const score = scoreDocument(documentId, gold, { record, confidence }, schema);
  if (score.kind !== 'scored') throw new Error(score.reason);
  return score;
}

function evaluationOf(records: Readonly<Record<string, JsonObject>>) {
  const scores = Object.entries(records).map(([id, record]) => scored(id, record, { '/name': 0.9 }));
  const documents: readonly DocumentScores[] = scores.map((score) => score.scores);
  const observations: readonly Observation[] = scores.flatMap((score) => score.observations);
  const figures = summariseEvaluation(documents, observations);
  if (!figures) throw new Error('nothing was scored');
  return { ...figures, documents };
}

describe('what an evaluation keeps of a document', () => {
  it('is exact only where every value is right and none is invented', () => {
    expect(scored('a', gold).scores.metrics?.exact).toBe(true);
    expect(scored('a', { ...gold, note: 'x' }).scores.metrics?.exact).toBe(false);
    expect(scored('a', { name: 'Annabelle Leeson', ward: '3B' }).scores.metrics?.exact).toBe(false);
  });

  it('counts its leaves by type of error and severity', () => {
    const { metrics } = scored('a', { name: 'Annabelle Leesom', ward: '9', note: 'x' }).scores;
    expect(metrics?.leaves).toMatchObject({
      'near-miss': { significant: 1, minor: 0 },
      'wrong-value': { significant: 0, minor: 1 },
      missing: { significant: 1, minor: 0 },
      invented: { significant: 1, minor: 0 },
      right: { significant: 0, minor: 0 },
    });
  });

  it('has similarities between 0 and 1, which are 1 for gold itself', () => {
    expect(scored('a', gold).scores.metrics).toMatchObject({ anlsStar: 1, ntedAccuracy: 1 });
    const near = scored('a', { ...gold, name: 'Annabelle Leesom' }).scores.metrics;
    for (const value of [near?.anlsStar ?? 0, near?.ntedAccuracy ?? 0]) {
      expect(value).toBeGreaterThan(0.6);
      expect(value).toBeLessThan(1);
    }
  });

  it('holds each confidence against what came of its value', () => {
    expect(scored('a', { name: 'Annabelle Leeson', ward: '9' }, { '/name': 0.9, '/ward': 0.4 }).observations).toEqual([
      { confidence: 0.9, isRight: true },
      { confidence: 0.4, isRight: false },
    ]);
  });
});

describe('the figures of an evaluation', () => {
  it('have the exact share, the means and the errors of all documents', () => {
    const { metrics } = evaluationOf({ a: gold, b: gold, c: { ...gold, age: '14' }, d: {} });
    expect(metrics.exact.mean).toBe(0.5);
    expect(metrics.anlsStar.mean).toBeCloseTo((1 + 1 + 2 / 3 + 0) / 4, 1);
    expect(metrics.leaves.missing).toEqual({ significant: 2, minor: 1 });
    expect(metrics.calibration).toMatchObject({ count: 3 });
    expect(metrics.calibration.ece).toBeCloseTo(0.1, 12);
  });

  it('are none without documents', () => {
    expect(summariseEvaluation([], [])).toBeNull();
  });
});

describe('a mean over documents', () => {
  const values = fc.uniqueArray(fc.record({ documentId: fc.uuid(), value: fc.double({ min: 0, max: 1, noNaN: true }) }), {
    selector: ({ documentId }) => documentId,
    minLength: 1,
    maxLength: 20,
  });

  it('lies in its interval, which does not depend on the order', () => {
    fc.assert(
      fc.property(values, (given) => {
        const figure = meanFigure(given);
        const sum = given.reduce((total, { value }) => total + value, 0);
        expect(figure.mean).toBeCloseTo(sum / given.length, 12);
        expect(figure.low).toBeLessThanOrEqual(figure.mean + 1e-12);
        expect(figure.high).toBeGreaterThanOrEqual(figure.mean - 1e-12);
        expect(meanFigure(given.toReversed())).toEqual(figure);
      }),
      { numRuns: 30 },
    );
  });

  it('needs a document', () => {
    expect(() => meanFigure([])).toThrow(RangeError);
  });
});

describe('the difference to the base on a suite', () => {
  it('is the one that the figures by field stand beside', () => {
    const before = evaluationOf({ a: gold, b: {}, c: { ...gold, age: '14' }, e: gold }).documents;
    const after = evaluationOf({ d: gold, c: gold, b: gold, a: {} }).documents;
    const { documents, difference } = comparePaired(before, after);
    expect(overallDifference(before, after)).toEqual({ documents, ...difference });
    expect(documents).toBe(3);
  });

  it('is none where they share no document', () => {
    expect(overallDifference(evaluationOf({ a: gold }).documents, evaluationOf({ b: gold }).documents)).toBeNull();
  });
});

describe('an evaluation computed again', () => {
  const stored = evaluationOf({ a: gold, b: { ...gold, age: '14' }, c: gold });
  const same = { goldChanged: false, lostRows: 0 };
  const words = (found: ReturnType<typeof recheck>) => {
    const changes = { new: 0, gone: 0, 'no-prediction': 0, moved: 0 };
    for (const { change } of found.documents) changes[change] += 1;
    return describeRecheck({ ...found, ...same, figureCount: found.figures.length, changes });
  };

  it('is the same where nothing changed, whatever way it took through a database', () => {
    const returned = JSON.parse(JSON.stringify(stored)) as typeof stored;
    const found = recheck(returned, { ...stored, documents: stored.documents.toReversed() }, []);
    expect(found).toEqual({ isSame: true, addsUp: true, figures: [], documents: [] });
    expect(words(found)).toEqual(['It comes out the same, to 1e-9.']);
  });

  it('names the documents that moved, are new, are gone or lost their prediction, and the figures', () => {
    const now = evaluationOf({ b: gold, d: gold });
    const found = recheck(stored, now, ['c']);
    expect(found.isSame).toBe(false);
    expect(found.addsUp).toBe(true);
    expect(found.documents).toEqual([
      { documentId: 'a', change: 'gone' },
      { documentId: 'b', change: 'moved' },
      { documentId: 'c', change: 'no-prediction' },
      { documentId: 'd', change: 'new' },
    ]);
    expect(found.figures.map(({ pointer }) => pointer)).toContain('/micro/matched');
    expect(words(found).join(' ')).toContain('1 document scores otherwise');
  });

  it('says where a figure was tampered with: it no longer adds up from its own rows', () => {
    const bent = { ...stored, micro: { ...stored.micro, f1: stored.micro.f1 + 1e-6 } };
    expect(recheck(bent, stored, [])).toMatchObject({ isSame: false, addsUp: false, figures: [{ pointer: '/micro/f1' }] });
  });

  it('has everything gone where nothing can be scored any more', () => {
    const found = recheck(stored, null, []);
    expect(found.documents).toHaveLength(3);
    expect(found.figures.length).toBeGreaterThan(0);
  });

  it('overlooks the last digits, and nothing above', () => {
    expect(movedFigures({ f1: 0.1 + 0.2 }, { f1: 0.3 })).toEqual([]);
    expect(movedFigures({ f1: 0.5 }, { f1: 0.5 + 1e-8 })).toHaveLength(1);
    expect(movedFigures({ exact: true }, { exact: false })).toEqual([{ pointer: '/exact', stored: true, now: false }]);
    expect(movedFigures({ a: 1 }, {})).toEqual([{ pointer: '/a', stored: 1, now: null }]);
  });
});
