import { describe, expect, it } from 'vitest';
import { findCandidates } from '@/lib/core/policy/candidates/candidates';
import { patternOf } from '@/lib/core/policy/candidates/patterns';
import { layOut } from '@/lib/core/policy/layout/layout';
import { printedLines, printedPage } from './fixtures/pages';

const textsOf = (...lines: readonly string[]): readonly string[] =>
  findCandidates(layOut([printedLines(...lines)])).map(({ text }) => text);

describe('findCandidates', () => {
  it('begins with absent, which has no words', () => {
    expect(findCandidates(layOut([printedLines('a b')]))[0]).toEqual({ parts: [], text: '' });
    expect(textsOf()).toEqual(['']);
  });

  it('has every run of words of a short line', () => {
    expect(textsOf('Ada Brook MD')).toEqual(
      expect.arrayContaining(['Ada', 'Brook', 'MD', 'Ada Brook', 'Brook MD', 'Ada Brook MD']),
    );
  });

  it('has what stands behind a label in a long line', () => {
    const texts = textsOf('Sex: Male Age: 35 years Ward: Eye Clinic Bed: 12 Room: 7 Floor: 2 West wing');
    expect(texts).toEqual(expect.arrayContaining(['Male', '35 years', 'Eye Clinic']));
  });

  it('joins the lines of an address, with and without the period that ends it', () => {
    const texts = textsOf('NO 53, JALAN BESAR', '45600 BATANG BERJUNTAI', 'SELANGOR DARUL EHSAN.');
    expect(texts).toContain('NO 53, JALAN BESAR 45600 BATANG BERJUNTAI SELANGOR DARUL EHSAN.');
    expect(texts).toContain('NO 53, JALAN BESAR 45600 BATANG BERJUNTAI SELANGOR DARUL EHSAN');
  });

  it('joins a paragraph of many lines behind its label', () => {
    const lines = Array.from({ length: 9 }, (_, i) => `line number ${i} of what was seen`);
    const [first = '', ...others] = lines;
    expect(textsOf(`Findings: ${first}`, ...others)).toContain(lines.join(' '));
    expect(textsOf('Findings:', ...lines)).toContain(lines.join(' '));
  });

  it('joins neighbouring cells of a row', () => {
    const page = printedPage([
      { text: 'Total', x: 60, y: 100 },
      { text: 'RM', x: 400, y: 100 },
      { text: '29.70', x: 500, y: 100 },
    ]);
    expect(findCandidates(layOut([page])).map(({ text }) => text)).toContain('RM 29.70');
  });

  it('keeps their number in bounds on a crowded page', () => {
    const line = Array.from({ length: 12 }, (_, i) => `w${i}:`).join(' ');
    const layout = layOut([printedLines(...Array.from({ length: 48 }, () => line))]);
    expect(findCandidates(layout).length).toBeLessThanOrEqual(1000 + 4 * layout.tokens.length);
  });
});

describe('patternOf', () => {
  it('tells dates, amounts, ranges and units apart, and ends on any input', () => {
    const kinds = ['25/12/2018', '80.90', '3.5-5.5', '5.6 mmol/L', 'Name:', 'A'.repeat(59) + '1'].map(patternOf);
    expect(new Set(kinds).size).toBe(kinds.length);
  });
});
