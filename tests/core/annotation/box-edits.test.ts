import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation } from '@/lib/core/annotation/apply-operation';
import { changeBoxes, mergeBoxes, removeBoxes, splitBoxes } from '@/lib/core/annotation/box-edits';
import type { PageBox } from '@/lib/core/geometry/box';
import type { Word } from '@/lib/core/geometry/word';

const box = (...sides: readonly [number, number, number, number]): PageBox => sides as unknown as PageBox;
const word = (text: string, line: number, x: number): Word => ({ text, line, confidence: 1, box: box(x, 0.1 * line, x + 0.1, 0.1 * line + 0.05) });
const words = [word('Name', 1, 0.1), word('Ann', 1, 0.3), word('Age', 2, 0.1), word('41', 2, 0.3)];
const content = {
  record: { name: 'Ann' },
  evidence: { '/name': [{ page: 0, box: box(0.1, 0.1, 0.4, 0.15) }, { page: 0, box: box(0.1, 0.2, 0.2, 0.25) }, { page: 1, box: box(0, 0, 1, 1) }] },
  provenance: {},
};
const after = (operation: Parameters<typeof applyOperation>[1] | null) => (operation ? applyOperation(content, operation).content.evidence['/name'] : null);

describe('the boxes of a field', () => {
  it('are put elsewhere one by one, on their own page', () => {
    expect(after(changeBoxes(content, '/name', [{ at: 1, box: box(0.5, 0.5, 0.6, 0.6) }]))).toEqual([
      content.evidence['/name'][0], { page: 0, box: [0.5, 0.5, 0.6, 0.6] }, content.evidence['/name'][2],
    ]);
  });

  it('are removed, and the mark with the last of them', () => {
    expect(after(removeBoxes(content, '/name', [0, 2]))).toEqual([content.evidence['/name'][1]]);
    expect(after(removeBoxes(content, '/name', [0, 1, 2]))).toBeUndefined();
  });

  it('are split by their words on one line, by lines where there are several, and not where there is one word', () => {
    expect(after(splitBoxes(content, '/name', [0], words))?.slice(0, 2)).toEqual([{ page: 0, box: words[0]?.box }, { page: 0, box: words[1]?.box }]);
    const wide = { ...content, evidence: { '/name': [{ page: 0, box: box(0, 0, 1, 1) }] } };
    const split = splitBoxes(wide, '/name', [0], words);
    expect(split && applyOperation(wide, split).content.evidence['/name']).toEqual([
      { page: 0, box: [0.1, 0.1, 0.4, 0.15000000000000002] }, { page: 0, box: [0.1, 0.2, 0.4, 0.25] },
    ]);
    expect(splitBoxes(content, '/name', [1], words)).toBeNull();
  });

  it('are merged into one around them, never across pages', () => {
    expect(after(mergeBoxes(content, '/name', [0, 1]))).toEqual([{ page: 0, box: [0.1, 0.1, 0.4, 0.25] }, content.evidence['/name'][2]]);
    expect(mergeBoxes(content, '/name', [0, 2])).toBeNull();
    expect(mergeBoxes(content, '/name', [0])).toBeNull();
  });

  it('come back by undo, whatever was done to them', () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1 });
    fc.assert(
      fc.property(places, fc.constantFrom('remove', 'split', 'merge', 'change'), (at, what) => {
        const operation =
          what === 'remove' ? removeBoxes(content, '/name', at)
          : what === 'split' ? splitBoxes(content, '/name', at, words)
          : what === 'merge' ? mergeBoxes(content, '/name', at)
          : changeBoxes(content, '/name', at.map((one) => ({ at: one, box: box(0, 0, 0.1, 0.1) })));
        if (!operation) return;
        const applied = applyOperation(content, operation);
        expect(applyOperation(applied.content, applied.inverse).content).toEqual(content);
      }),
    );
  });
});
