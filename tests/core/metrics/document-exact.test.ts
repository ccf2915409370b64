import { describe, expect, it } from 'vitest';
import { documentExactShare, isDocumentExact } from '@/lib/core/metrics/document-exact';

describe('exact documents', () => {
  it('have every leaf right and none too many', () => {
    expect(isDocumentExact({ matched: 3, predicted: 3, gold: 3 })).toBe(true);
    expect(isDocumentExact({ matched: 3, predicted: 4, gold: 3 })).toBe(false);
    expect(isDocumentExact({ matched: 3, predicted: 3, gold: 4 })).toBe(false);
  });

  it('may have nothing to find', () => {
    expect(isDocumentExact({ matched: 0, predicted: 0, gold: 0 })).toBe(true);
  });

  it('are a share of the documents, of none where there are none', () => {
    const [right, wrong] = [{ matched: 1, predicted: 1, gold: 1 }, { matched: 0, predicted: 1, gold: 1 }];
    expect(documentExactShare([right, wrong, right, right])).toBe(0.75);
    expect(documentExactShare([])).toBeNull();
  });
});
