import { describe, expect, it } from 'vitest';
import { parseImportRow } from '@/lib/core/formats/import-row';
import { goldProblem } from '@/lib/core/ingest/check-gold';
import { givenEvidence, givenWords } from '@/lib/core/ingest/given-words';
import type { RecordSchema } from '@/lib/core/schema/types';

const size = { width: 200, height: 100 };
const row = (extra: object) => {
  const parsed = parseImportRow(JSON.stringify({ id: 'a', image: 'a.png', ...extra }));
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.row;
};

describe('given words', () => {
  it('are null where a row gives none, and empty for a page that has none', () => {
    expect(givenWords(row({}), 0, size)).toBeNull();
    expect(givenWords(row({ lines: [] }), 0, size)).toEqual([]);
    expect(givenWords(row({ words: [{ text: 'a', box: [0, 0, 1, 1], page: 1 }] }), 0, size)).toEqual([]);
  });

  it('come in reading order with page boxes, lines numbered from the top', () => {
    const words = givenWords(
      row({
        lines: [
          { text: 'below', box: [0, 60, 50, 70] },
          { text: 'Hb 13.5', box: [100, 10, 200, 20] },
          { text: 'left', box: [0, 11, 40, 21] },
        ],
      }),
      0,
      size,
    );
    expect(words?.map(({ text, line }) => [text, line])).toEqual([['left', 0], ['Hb', 0], ['13.5', 0], ['below', 1]]);
    expect(words?.[0]?.box).toEqual([0, 0.11, 0.2, 0.21]);
  });

  it('take their boxes from the size that the row gives, or as page shares', () => {
    const words = [{ text: 'a', box: [10, 10, 20, 20] }];
    expect(givenWords(row({ words, width: 100, height: 50 }), 0, size)?.[0]?.box).toEqual([0.1, 0.2, 0.2, 0.4]);
    const shares = [{ text: 'a', box: [0.1, 0.2, 0.3, 0.4] }];
    expect(givenWords(row({ words: shares, boxes: 'page' }), 0, size)?.[0]?.box).toEqual([0.1, 0.2, 0.3, 0.4]);
  });

  it('are clamped to the page', () => {
    expect(givenWords(row({ words: [{ text: 'a', box: [-5, 0, 500, 50] }] }), 0, size)?.[0]?.box).toEqual([0, 0, 1, 0.5]);
  });
});

describe('given gold', () => {
  const schema: RecordSchema = {
    type: 'object',
    properties: { name: { type: 'string' }, total: { type: 'number' } },
  };

  it('may have another type of leaf, but not another structure', () => {
    expect(goldProblem(schema, row({ gold: { total: 'four' } }), 1)).toBeNull();
    expect(goldProblem(schema, row({ gold: { name: ['Ann Lee'] } }), 1)).toMatch(/^Gold does not fit: \/name /);
    expect(goldProblem(schema, row({ gold: { name: ['Ann Lee'] } }), 1)).not.toContain('Ann');
  });

  it('has evidence only for leaves and pages that are there', () => {
    const evidence = (pointer: string, page: number) => ({ gold: { name: 'A' }, evidence: { [pointer]: [{ page, box: [0, 0, 1, 1] }] } });
    expect(goldProblem(schema, row(evidence('/name', 0)), 1)).toBeNull();
    expect(goldProblem(schema, row(evidence('/total', 0)), 1)).toContain('/total');
    expect(goldProblem(schema, row(evidence('/name', 1)), 1)).toContain('page');
    expect(givenEvidence(row(evidence('/name', 0)), [size])).toEqual({ '/name': [{ page: 0, box: [0, 0, 0.005, 0.01] }] });
  });
});
