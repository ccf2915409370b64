import { describe, expect, it } from 'vitest';
import { isStop, type ComparedCell, type ComparedLine } from '@/components/compare/comparison-view';
import { evidenceMarks } from '@/components/compare/evidence-marks';
import type { PageBox } from '@/lib/core/geometry/box';
import type { LeafVerdict } from '@/lib/core/metrics/typed-errors';
import type { EvidenceBox } from '@/lib/core/record/evidence';

const at = (y: number, page = 0): EvidenceBox => ({ page, box: [0.1, y, 0.4, y + 0.02] as unknown as PageBox });

const cell = (type: LeafVerdict, boxes: readonly EvidenceBox[] = [], over: Partial<ComparedCell> = {}): ComparedCell => ({
  value: 'x',
  type,
  pointer: '/x',
  belongsTo: null,
  boxes,
  ...over,
});

const line = (cells: ComparedLine['cells'], over: Partial<ComparedLine> = {}): ComparedLine => ({
  path: 'x',
  goldPointer: '/x',
  gold: 'x',
  severity: 'significant',
  goldBoxes: [at(0.1)],
  outcome: null,
  cells,
  ...over,
});

const marksOf = (...lines: ComparedLine[]) =>
  evidenceMarks(lines).map(({ verdict, letters, box, line: place }) => `${place} ${letters} ${verdict} ${box.box[1]}`);

describe('the marks on the page', () => {
  it('show a box once where several checkpoints say the same of it', () => {
    expect(marksOf(line([cell('right', [at(0.1)]), cell('right', [at(0.1)])]))).toEqual(['0 A B right 0.1']);
    expect(marksOf(line([cell('right', [at(0.1)]), cell('near-miss', [at(0.1)])]))).toEqual(['0 A right 0.1', '0 B near-miss 0.1']);
  });

  it('show where gold stands, where somebody has something else', () => {
    expect(marksOf(line([cell('wrong-value', [at(0.5)]), null]))).toEqual(['0  gold 0.1', '0 A wrong-value 0.5']);
    expect(marksOf(line([cell('right', [at(0.5)])]))).toEqual(['0 A right 0.5']);
  });

  it('show what is missing where gold stands', () => {
    expect(marksOf(line([cell('missing'), cell('right', [at(0.1)])]))).toEqual(['0 A missing 0.1', '0 B right 0.1']);
  });

  it('lead from a value in the wrong row to where it belongs', () => {
    const home = line([cell('missing')], { goldPointer: '/rows/1/x', goldBoxes: [at(0.7)] });
    const astray = line([cell('wrong-row', [at(0.2)], { belongsTo: { row: '/rows/1', leaf: '/rows/1/x' } })], { goldBoxes: [] });
    expect(evidenceMarks([astray, home])[0]).toMatchObject({ verdict: 'wrong-row', home: at(0.7) });
  });
});

describe('the lines that J and K stop at', () => {
  const fixed = line([cell('near-miss'), cell('right')], { outcome: 'fixed' });
  const still = line([cell('missing'), cell('near-miss')], { outcome: 'both-wrong' });
  const stops = (filter: Parameters<typeof isStop>[1]) => [fixed, still].map((one) => isStop(one, filter));

  it('are those that were fixed or broken, or those of the filters', () => {
    expect(stops({ outcome: null, verdict: null })).toEqual([true, false]);
    expect(stops({ outcome: 'both-wrong', verdict: null })).toEqual([false, true]);
    expect(stops({ outcome: null, verdict: 'near-miss' })).toEqual([true, true]);
    expect(stops({ outcome: 'fixed', verdict: 'missing' })).toEqual([false, false]);
  });
});
