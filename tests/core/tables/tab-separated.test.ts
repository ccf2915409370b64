import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTabSeparated, parseTabSeparated } from '@/lib/core/tables/tab-separated';

describe('cells on the clipboard', () => {
  it('are rows of cells between tabs, whatever ends a line', () => {
    for (const end of ['\n', '\r\n', '\r']) expect(parseTabSeparated(`a\tb${end}c\t`)).toEqual([['a', 'b'], ['c', '']]);
  });

  it('may leave out the end of the last row', () => {
    expect(parseTabSeparated('a\tb\n')).toEqual([['a', 'b']]);
    expect(parseTabSeparated('a\n\n')).toEqual([['a'], ['']]);
    expect(parseTabSeparated('')).toEqual([]);
  });

  it('hold tabs, lines and quotes between quotes', () => {
    expect(parseTabSeparated('"first\nsecond"\t"a\tb"\t"say ""hi"""\nnext')).toEqual([['first\nsecond', 'a\tb', 'say "hi"'], ['next']]);
  });

  it('keep a quote that is none of theirs', () => {
    expect(parseTabSeparated('5" tube\t"open\nnext')).toEqual([['5" tube', '"open'], ['next']]);
  });

  it('come back as they went', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', '"', 'a\tb', 'a\nb', '\r', '"a"', '日本語', 'שלום'));
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, (cells) => {
        expect(parseTabSeparated(formatTabSeparated(cells))).toEqual(cells);
      }),
    );
  });
});
