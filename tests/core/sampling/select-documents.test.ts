import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSimilarity,
  facilityLocation,
  selectDocuments,
  selectionStrategies,
  type DocumentFeatures,
  type SelectionCandidate,
  type SelectionInput,
} from '@/lib/core/sampling';
import { makeCorpus } from './corpus';

const inputFor = (documents: readonly SelectionCandidate[], more: Partial<SelectionInput> = {}): SelectionInput => ({
  documents,
  alreadyPicked: [],
  count: 10,
  seed: 1,
  constraints: {},
  ...more,
});
const idsOf = (result: ReturnType<typeof facilityLocation>): string[] =>
  result.picks.map(({ documentId }) => documentId);
const featuresOf = (documents: readonly SelectionCandidate[]): DocumentFeatures[] =>
  documents.flatMap(({ features }) => (features ? [features] : []));

const anyCorpus = fc
  .record({ size: fc.integer({ min: 1, max: 40 }), seed: fc.integer({ min: 0, max: 1e6 }), perGroup: fc.integer({ min: 0, max: 4 }) })
  .map(makeCorpus);
const anyStrategy = fc.constantFrom(...selectionStrategies);

/** The largest gain any open document has after each of `picks`: what the lazy search must find. */
function largestGains(documents: readonly SelectionCandidate[], picks: readonly string[]): number[] {
  const similarity = createSimilarity(featuresOf(documents));
  const nearest = documents.map(() => 0);
  const open = new Set(documents.keys());
  return picks.map((id) => {
    const gains = [...open].map((index) =>
      [...similarity.row(index)].reduce((sum, s, i) => sum + Math.max(0, s - (nearest[i] ?? 0)), 0),
    );
    const picked = documents.findIndex((document) => document.id === id);
    open.delete(picked);
    similarity.row(picked).forEach((s, i) => (nearest[i] = Math.max(nearest[i] ?? 0, s)));
    return Math.max(...gains) / documents.length;
  });
}

describe('a selection by any strategy', () => {
  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(anyCorpus, anyStrategy, fc.integer(), (documents, strategy, seed) => {
        const input = inputFor(documents, { seed });
        expect(selectDocuments(strategy, input)).toEqual(selectDocuments(strategy, input));
      }),
      { numRuns: 20 },
    );
  });

  it('picks each document once, in ranks from 1, and no more than asked', () => {
    fc.assert(
      fc.property(anyCorpus, anyStrategy, fc.integer({ min: 0, max: 50 }), (documents, strategy, count) => {
        const result = selectDocuments(strategy, inputFor(documents, { count }));
        expect(result.picks).toHaveLength(Math.min(count, documents.length));
        expect(new Set(idsOf(result)).size).toBe(result.picks.length);
        expect(result.picks.map(({ rank }) => rank)).toEqual(result.picks.map((_, i) => i + 1));
      }),
      { numRuns: 40 },
    );
  });

  it('says in each pick what it adds: coverages are the running sum of gains, up to 1', () => {
    fc.assert(
      fc.property(anyCorpus, anyStrategy, (documents, strategy) => {
        const result = selectDocuments(strategy, inputFor(documents));
        let sum = result.initialCoverage;
        for (const { gain, coverage } of result.picks) {
          sum += gain;
          expect(coverage).toBeCloseTo(sum, 4);
          expect(coverage).toBeLessThanOrEqual(1 + 1e-6);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('shares every other document out among the picks', () => {
    fc.assert(
      fc.property(anyCorpus, anyStrategy, (documents, strategy) => {
        const { picks } = selectDocuments(strategy, inputFor(documents));
        const represented = picks.reduce((sum, pick) => sum + pick.represents, 0);
        expect(represented).toBeLessThanOrEqual(documents.length - picks.length);
      }),
      { numRuns: 20 },
    );
  });

  it('never takes more of a group than allowed, labelled ones counted', () => {
    fc.assert(
      fc.property(anyCorpus, anyStrategy, fc.integer({ min: 1, max: 3 }), (documents, strategy, maxPerGroup) => {
        const alreadyPicked = documents.slice(0, 2).map(({ id }) => id);
        const result = selectDocuments(
          strategy,
          inputFor(documents, { alreadyPicked, count: 40, constraints: { maxPerGroup } }),
        );
        const counts = new Map<string, number>();
        for (const { id, group } of documents) {
          if (group === null || !idsOf(result).includes(id)) continue;
          counts.set(group, (counts.get(group) ?? 0) + 1);
        }
        const before = documents.filter(({ id }) => alreadyPicked.includes(id));
        for (const [group, count] of counts) {
          const labelled = before.filter((document) => document.group === group).length;
          expect(count).toBeLessThanOrEqual(Math.max(0, maxPerGroup - labelled));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('picks no two documents at least as alike as the near-duplicate threshold', () => {
    fc.assert(
      fc.property(anyCorpus, anyStrategy, fc.double({ min: 0.3, max: 0.9, noNaN: true }), (documents, strategy, above) => {
        const result = selectDocuments(
          strategy,
          inputFor(documents, { count: 40, constraints: { excludeNearDuplicatesAbove: above } }),
        );
        const similarity = createSimilarity(featuresOf(documents));
        const picked = documents.flatMap(({ id }, index) => (idsOf(result).includes(id) ? [index] : []));
        for (const a of picked) {
          for (const b of picked) if (a < b) expect(similarity.between(a, b)).toBeLessThan(above + 1e-6);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each(selectionStrategies)('holds minima and maxima by kind (%s)', (strategy) => {
    const documents = makeCorpus({ size: 120, seed: 5 });
    const quotas = { endoscopy: { min: 2 }, blood: { max: 3 }, unheard: { min: 1 } };
    const result = selectDocuments(strategy, inputFor(documents, { count: 12, constraints: { quotas } }));
    const kinds = idsOf(result).map((id) => documents.find((d) => d.id === id)?.features?.kind);
    expect(result.picks).toHaveLength(12);
    expect(kinds.filter((kind) => kind === 'endoscopy').length).toBeGreaterThanOrEqual(2);
    expect(kinds.filter((kind) => kind === 'blood').length).toBeLessThanOrEqual(3);
  });

  it('names the rule that kept a document out', () => {
    const [a, b, c, d, e, ...rest] = makeCorpus({ size: 20, seed: 3 }) as [
      SelectionCandidate, SelectionCandidate, SelectionCandidate, SelectionCandidate, SelectionCandidate,
      ...SelectionCandidate[],
    ];
    const result = facilityLocation(
      inputFor(
        [
          a,
          { ...b, group: 'Held' },
          { ...c, features: null },
          { ...d, duplicateOf: e.id },
          { ...e, name: 'report 5' },
          { ...e, id: 'again' },
          ...rest,
        ],
        {
          alreadyPicked: [a.id, e.id],
          blockedGroups: ['Held'],
          constraints: { excludeNearDuplicatesAbove: 0.97 },
        },
      ),
    );
    expect(result.excluded.map(({ documentId, kind, of }) => [documentId, kind, of])).toEqual([
      [a.id, 'already-labelled', undefined],
      [b.id, 'group-held-back', undefined],
      [c.id, 'not-read', undefined],
      [d.id, 'near-duplicate', e.id],
      [e.id, 'already-labelled', undefined],
      ['again', 'near-duplicate', e.id],
    ]);
    expect(result.excluded.at(-1)?.reason).toBe('Near duplicate of report 5.');
    const barred = new Set(result.excluded.map(({ documentId }) => documentId));
    expect(idsOf(result).filter((id) => barred.has(id))).toEqual([]);
  });

  it('does not pick the original of a labelled near duplicate', () => {
    const [original, copy, ...rest] = makeCorpus({ size: 12, seed: 4 }) as [
      SelectionCandidate, SelectionCandidate, ...SelectionCandidate[],
    ];
    const documents = [original, { ...copy, duplicateOf: original.id }, ...rest];
    const result = facilityLocation(inputFor(documents, { count: 20, alreadyPicked: [copy.id] }));
    expect(idsOf(result)).not.toContain(original.id);
  });

  it.each(selectionStrategies)('gives nothing for an empty pool (%s)', (strategy) => {
    expect(selectDocuments(strategy, inputFor([]))).toMatchObject({ picks: [], poolSize: 0, flattensAt: null });
  });
});

describe('facility location', () => {
  it('picks as if every gain were worked out for every pick', () => {
    fc.assert(
      fc.property(anyCorpus, fc.integer({ min: 1, max: 15 }), (documents, count) => {
        const lazy = facilityLocation(inputFor(documents, { count }));
        const largest = largestGains(documents, idsOf(lazy));
        lazy.picks.forEach(({ gain }, i) => expect(gain).toBeCloseTo(largest[i] ?? Number.NaN, 6));
      }),
      { numRuns: 40 },
    );
  });

  it('never gains more by a later pick, whatever the rules', () => {
    fc.assert(
      fc.property(anyCorpus, (documents) => {
        const { picks } = facilityLocation(
          inputFor(documents, { count: 30, constraints: { maxPerGroup: 2, excludeNearDuplicatesAbove: 0.8 } }),
        );
        picks.forEach(({ gain }, i) => expect(gain).toBeLessThanOrEqual((picks[i - 1]?.gain ?? 1) + 1e-6));
      }),
      { numRuns: 30 },
    );
  });

  it('covers more than chance and than farthest first', () => {
    const input = inputFor(makeCorpus({ size: 300, seed: 2 }), { count: 20 });
    const reached = (strategy: (typeof selectionStrategies)[number]): number =>
      selectDocuments(strategy, input).picks.at(-1)?.coverage ?? 0;
    expect(reached('facility-location')).toBeGreaterThan(reached('random'));
    expect(reached('facility-location')).toBeGreaterThan(reached('k-center'));
  });

  it('goes on from what is labelled: ten and then ten are not the same ten', () => {
    const documents = makeCorpus({ size: 100, seed: 8 });
    const first = facilityLocation(inputFor(documents));
    const second = facilityLocation(inputFor(documents, { alreadyPicked: idsOf(first) }));
    const atOnce = facilityLocation(inputFor(documents, { count: 20 }));
    expect(second.initialCoverage).toBeCloseTo(first.picks.at(-1)?.coverage ?? 0, 5);
    expect(second.picks.at(-1)?.coverage).toBeCloseTo(atOnce.picks.at(-1)?.coverage ?? 0, 2);
    expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(20);
  });

  it('gives a reason that names the document most alike', () => {
    const documents = makeCorpus({ size: 60, seed: 6 });
    const [first] = facilityLocation(inputFor(documents)).picks;
    expect(first?.reason).toBe(
      `Stands for ${first?.represents} documents like it; most alike: ${first?.nearest[0]?.documentId}.`,
    );
  });

  it('picks 100 of 1,000', () => {
    const result = facilityLocation(inputFor(makeCorpus({ size: 1000, seed: 7 }), { count: 100 }));
    expect(result.picks).toHaveLength(100);
    expect(result.flattensAt).toBeGreaterThan(0);
  });
});
