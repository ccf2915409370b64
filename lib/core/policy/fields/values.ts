import type { Leaf } from '../../record/json';
import type { LeafSchema } from '../../schema/types';

const printedNumber = /^[^\d\s.+-]{0,4}\s*([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:e[+-]?\d+)?)\s*%?$/iu;
const yes = new Set(['yes', 'true', 'y', 'positive', '是', '有', '✓', '✔', '☑', 'có']);
const no = new Set(['no', 'false', 'n', 'negative', '否', '无', '✗', '✘', '☐', 'không']);

/** What enum options and printed text are compared by. */
export const foldText = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();

/**
 * The value that a printed text stands for under the leaf's type; null where
 * it cannot be one. A number is read with group commas, up to four signs of
 * currency before it and a per cent sign after it; an enum or boolean only
 * where the page prints one of its options.
 */
export function valueOfText(leaf: LeafSchema, text: string): Leaf {
  if (leaf.type === 'string') {
    if (!leaf.enum) return text;
    const folded = foldText(text);
    return leaf.enum.find((option) => foldText(option) === folded) ?? null;
  }
  if (leaf.type === 'boolean') {
    const folded = foldText(text);
    return yes.has(folded) ? true : no.has(folded) ? false : null;
  }
  const digits = printedNumber.exec(text.normalize('NFKC').trim())?.[1];
  if (!digits || !/\d/u.test(digits)) return null;
  const value = Number(digits.replaceAll(',', ''));
  if (!Number.isFinite(value)) return null;
  return leaf.type === 'integer' && !Number.isInteger(value) ? null : value;
}
