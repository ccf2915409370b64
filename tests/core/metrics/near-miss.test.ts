import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterDifferences } from '@/lib/core/metrics/character-differences';
import { isNearMiss } from '@/lib/core/metrics/near-miss';

describe('a near miss', () => {
  it.each([
    ['a dropped letter', 'Aspirin', 'Asprin'],
    ['a misread letter', 'Hepatic cyst', 'Hepatlc cyst'],
    ['another case', 'HGB', 'hgb'],
    ['a lost space', 'chest X-ray', 'chestX-ray'],
    ['a dropped full stop', 'No focal lesion.', 'No focal lesion'],
    ['an accent', 'José Martín', 'Jose Martin'],
    ['other separators of a date', '2024-03-12', '2024/03/12'],
    ['a comma in the thousands of one number', '5,100', '5100'],
    ['several slips in a long text', 'Mild fatty infiltration of the liver', 'Mlld faty infiltratlon of the liver'],
    ['the mirror of a clinical term, for characters cannot tell', 'hypertension', 'hypotension'],
  ])('is %s: %s → %s', (_, gold, prediction) => {
    expect(isNearMiss(gold, prediction)).toBe(true);
  });

  it.each([
    ['another digit', '13.5', '18.5'],
    ['another digit in a text', '13.5 g/dL', '18.5 g/dL'],
    ['another day', '2024-03-12', '2024-03-13'],
    ['a lost decimal point', '13.5', '135'],
    ['a lost decimal point in a text', '13.5 mg daily', '135 mg daily'],
    ['a lost minus', '-0.5', '0.5'],
    ['a lost comparison sign', '<0.5 ng/mL', '0.5 ng/mL'],
    ['the other sign', 'HBsAg (+)', 'HBsAg (-)'],
    ['a code of another kind', 'CD4+', 'CD8+'],
    ['a whole short code', 'F', 'M'],
    ['another short code', 'WBC', 'RBC'],
    ['another unit', '2 g daily', '2 mg daily'],
    ['a dropped "no"', 'no focal lesion', 'focal lesion'],
    ['another word of the same length', 'left kidney', 'right kidney'],
    ['the opposite', 'positive', 'negative'],
    ['an added word', 'renal cyst', 'simple renal cyst'],
    ['another text', 'Aspirin', 'Heparin'],
  ])('is not %s: %s → %s', (_, gold, prediction) => {
    expect(isNearMiss(gold, prediction)).toBe(false);
  });

  it('is one from either side', () => {
    const text = fc.stringMatching(/^[a-c1-2 +.-]{0,12}$/);
    fc.assert(fc.property(text, text, (a, b) => isNearMiss(a, b) === isNearMiss(b, a)), { numRuns: 2000 });
  });
});

describe('the characters that differ', () => {
  const marked = (gold: string, prediction: string): string =>
    characterDifferences(gold, prediction)
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`))
      .join('');

  it.each([
    ['Aspirin', 'Asprin', 'Asp-i-rin'],
    ['Hepatic cyst', 'Hepatlc cyst', 'Hepat-i-+l+c cyst'],
    ['abc', 'abc', 'abc'],
    ['', 'ab', '+ab+'],
    ['José', 'Jose', 'Jos-é-+e+'],
    ['📄 a', '📃 a', '-📄-+📃+ a'],
  ])('of %s and %s are %s', (gold, prediction, expected) => {
    expect(marked(gold, prediction)).toBe(expected);
  });

  it('spell both texts, and share as much as they can', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'e\u0301', '漢', '👩‍⚕️', ' '), maxLength: 14 });
    fc.assert(
      fc.property(text, text, (gold, prediction) => {
        const pieces = characterDifferences(gold, prediction);
        const spell = (left: string): string => pieces.flatMap(({ kind, text: own }) => (kind === left ? [] : [own])).join('');
        expect(spell('added')).toBe(gold);
        expect(spell('left-out')).toBe(prediction);
        expect(pieces.every(({ kind }, i) => kind !== pieces[i + 1]?.kind)).toBe(true);
      }),
    );
  });

  it('are all characters of a stretch that is too long to compare', () => {
    const [a, b] = ['ab'.repeat(2500), 'ba'.repeat(2500)];
    expect(characterDifferences(`x${a}a`, `x${b}y`).map(({ kind }) => kind)).toEqual(['same', 'left-out', 'added']);
  });
});
