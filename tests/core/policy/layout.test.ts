import { describe, expect, it } from 'vitest';
import { layOut } from '@/lib/core/policy/layout/layout';
import { splitWord } from '@/lib/core/policy/layout/split-word';
import { textOfParts } from '@/lib/core/policy/layout/text';
import { printedLines, printedPage } from './fixtures/pages';

const rowsOf = (pages: Parameters<typeof layOut>[0]): string[] => {
  const layout = layOut(pages);
  return layout.rows.map((row) =>
    layout.segments
      .slice(row.first, row.last)
      .map((segment) => textOfParts(layout.tokens, [segment]))
      .join(' | '),
  );
};

describe('splitWord', () => {
  it.each([
    ['Name:John', ['Name:', 'John']],
    ['10:30', ['10:30']],
    ['(3.5-5.5)', ['(', '3.5-5.5', ')']],
    ['5.6mmol/L', ['5.6', 'mmol/L']],
    ['7.1↑', ['7.1', '↑']],
    ['1)LENINARTO', ['1)', 'LENINARTO']],
    ['RM80.90', ['RM', '80.90']],
    ['BHD(728384-M)', ['BHD', '(', '728384-M', ')']],
    ['姓名：张三', ['姓名：', '张三']],
    ['No.', ['No.']],
    ['10^9/L', ['10^9/L']],
  ])('cuts %s where a value may begin or end', (word, pieces) => {
    expect(splitWord(word)).toEqual(pieces);
  });

  it('gives pieces that joined are the word, and ends on any input', () => {
    for (const word of ['a', ':', '((((', '1'.repeat(5000), 'Aa'.repeat(39), ')(', '::::']) {
      expect(splitWord(word).join('')).toBe(word);
    }
  });
});

describe('layOut', () => {
  it('puts cells of one height into one visual row, left to right', () => {
    const page = printedPage([
      { text: '5.1', x: 400, y: 102 },
      { text: 'Glucose', x: 60, y: 100 },
      { text: 'Sodium', x: 60, y: 130 },
      { text: '140', x: 400, y: 131 },
    ]);
    expect(rowsOf([page])).toEqual(['Glucose | 5.1', 'Sodium | 140']);
  });

  it('keeps rows together on a tilted page', () => {
    const lines = ['alpha beta gamma delta epsilon zeta', 'eta theta iota kappa lambda mu', 'nu xi omicron pi rho sigma'];
    const page = printedPage(
      lines.flatMap((text, i) => [
        { text, x: 60, y: 100 + i * 26 },
        { text: `${i}`, x: 860, y: 100 + i * 26 },
      ]),
      { tilt: 0.03 },
    );
    expect(rowsOf([page])).toEqual(lines.map((text, i) => `${text} | ${i}`));
  });

  it('cuts one line of the reader at a wide gap', () => {
    const page = printedPage([{ text: 'Glucose       5.1', x: 60, y: 100 }]);
    expect(rowsOf([page])).toEqual(['Glucose | 5.1']);
  });

  it('writes no space before a comma that the reader set apart, nor inside a cut word', () => {
    expect(rowsOf([printedLines('SHAH ALAM , (KL) Age:35')])).toEqual(['SHAH ALAM, (KL) Age:35']);
  });

  it('takes an empty page', () => {
    expect(layOut([printedPage([])])).toMatchObject({ tokens: [], segments: [], rows: [] });
  });
});
