import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareInterval } from '@/lib/core/metrics/share-interval';

const document = (equal: number, all: number) => ({ equal, all });

describe('the interval of a share of equal answers', () => {
  it('holds the share, lies in 0–1, and is the same for the same counts', () => {
    const pairs = fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => document(Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(fc.array(pairs, { minLength: 1, maxLength: 12 }), (documents) => {
        const found = shareInterval(documents);
        if (documents.filter(({ all }) => all > 0).length < 2) return found === null;
        expect(shareInterval(documents)).toEqual(found);
        return found !== null && found.low >= 0 && found.low <= found.high && found.high <= 1;
      }),
      { numRuns: 30 },
    );
  });

  it('draws documents, not places: many places of few documents tell little', () => {
    const few = shareInterval([document(50, 50), document(0, 50)]);
    const many = shareInterval(Array.from({ length: 100 }, (_, index) => document(index % 2, 1)));
    expect(few).toEqual({ low: 0, high: 1 });
    expect((many?.high ?? 1) - (many?.low ?? 0)).toBeLessThan(0.25);
  });

  it('is nothing for one document: it tells nothing of others', () => {
    expect(shareInterval([document(3, 4), document(0, 0)])).toBeNull();
    expect(shareInterval([document(0, 0)])).toBeNull();
    expect(shareInterval([])).toBeNull();
  });
});
