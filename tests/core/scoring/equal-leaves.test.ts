import { describe, expect, it } from 'vitest';
import { equalLeaves, normalForm, readNumber } from '@/lib/core/scoring';

describe('normalForm', () => {
  it('folds every White_Space code point, U+0085 among them, and keeps U+FEFF', () => {
    const spaces = '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2003\u200a\u2028\u2029\u202f\u205f\u3000';
    expect(normalForm(`${spaces}a${spaces}b${spaces}`)).toBe('a b');
    expect(normalForm('\uFEFFa\uFEFF')).toBe('\uFEFFa\uFEFF');
    expect(normalForm('a\u200bb')).toBe('a\u200bb');
  });

  it('is empty for null and for white space alone', () => {
    for (const leaf of [null, '', ' \u3000\u0085']) expect(normalForm(leaf)).toBe('');
  });

  it('writes numbers as ECMAScript does', () => {
    expect([15.0, 1e21, -0, 0.1, 1e-7].map(normalForm)).toEqual(['15', '1e+21', '0', '0.1', '1e-7']);
  });

  it('is its own normal form', () => {
    for (const text of ['ﬁ ｱ', 'a  b', 'x\u00a0', '\u00b4']) expect(normalForm(normalForm(text))).toBe(normalForm(text));
  });

  it('drops neither case, hyphens, signs nor punctuation', () => {
    expect(normalForm('-0.5 (H)!')).toBe('-0.5 (H)!');
  });
});

describe('readNumber', () => {
  it.each([
    ['5,100', 5100],
    ['1,234,567.5', 1234567.5],
    ['+3', 3],
    ['-0', -0],
    ['007', 7],
    ['1e3', 1000],
    ['1.5E-2', 0.015],
    ['0,100', 100],
  ])('reads %s', (text, value) => expect(readNumber(text)).toBe(value));

  it.each(['51,00', '5,1000', '1234,567', ',100', '1,', '.5', '5.', '1e', '--1', '1 000', '<0.5', '0x10', 'Infinity', '١٢'])(
    'does not read %s',
    (text) => expect(readNumber(text)).toBeNull(),
  );
});

describe('equalLeaves', () => {
  it('never calls two empty leaves equal', () => {
    expect(equalLeaves('', null)).toBe(false);
    expect(equalLeaves(' ', '', 'number')).toBe(false);
  });

  it('compares numbers as doubles under the rule number, texts as texts', () => {
    expect(equalLeaves('5,100', 5100, 'number')).toBe(true);
    expect(equalLeaves('-0', '0', 'number')).toBe(true);
    expect(equalLeaves('0.1', '0.10', 'number')).toBe(true);
    expect(equalLeaves('Trace', 'trace', 'number')).toBe(false);
    expect(equalLeaves('５，１００', '5100', 'number')).toBe(true);
  });

  it('lower-cases without a locale under text-ci', () => {
    expect(equalLeaves('STRASSE', 'strasse', 'text-ci')).toBe(true);
    expect(equalLeaves('TITLE I', 'title i', 'text-ci')).toBe(true);
    expect(equalLeaves('ΟΔΟΣ', 'οδος', 'text-ci')).toBe(true);
  });
});
