import type { Leaf } from '../record/json';
import type { MatchRule } from '../schema/types';
import { normalForm } from './normal-form';

const numberPattern = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The double that a normal form reads as under the rule `number`; null where it is no number. */
export function readNumber(text: string): number | null {
  return numberPattern.test(text) ? Number(text.replaceAll(',', '')) : null;
}

/**
 * One text for all leaves that are equal under the rule, "" for an empty leaf:
 * two non-empty leaves are equal exactly when their keys are. (Under `number`
 * a number and a text never meet, because equal texts read alike.)
 */
export function equalityKey(leaf: Leaf, rule: MatchRule): string {
  const text = normalForm(leaf);
  if (rule === 'text' || text === '') return text;
  if (rule === 'text-ci') return text.toLowerCase();
  const number = readNumber(text);
  // The space keeps numbers apart from texts: no normal form begins with one.
  return number === null ? text : ` ${number === 0 ? 0 : number}`;
}

/** Both non-empty and equal under the rule. */
export function equalLeaves(a: Leaf, b: Leaf, rule: MatchRule = 'text'): boolean {
  const key = equalityKey(a, rule);
  return key !== '' && key === equalityKey(b, rule);
}
