import type { Leaf } from '../record/json';

/** The Unicode property, not `\s`: U+0085 is in it, U+FEFF is not. */
const whiteSpaceRun = /\p{White_Space}+/gu;
const whiteSpace = /^\p{White_Space}$/u;
/** Printable ASCII without doubled or outer spaces is its own normal form. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

/** Without White_Space code points at both ends; `trim` would take U+FEFF too. */
export function stripWhiteSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && whiteSpace.test(text.charAt(start))) start++;
  while (end > start && whiteSpace.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/**
 * Normal form of a leaf (`docs/scoring.md`): text is NFKC, runs of White_Space
 * one space, trimmed; numbers as ECMAScript writes them; "" for null and for
 * whatever else counts nowhere. Case, signs and punctuation stay.
 */
export function normalForm(leaf: Leaf): string {
  if (leaf === null) return '';
  // String(-0) is "0" and String(15.0) is "15", as Number::toString has it.
  if (typeof leaf !== 'string') return String(leaf);
  if (plain.test(leaf)) return leaf;
  return leaf.normalize('NFKC').replace(whiteSpaceRun, ' ').replace(/^ | $/g, '');
}

export const isEmptyLeaf = (leaf: Leaf): boolean => normalForm(leaf) === '';
