import { distance } from 'fastest-levenshtein';
import { readNumber } from '../scoring';
import { charactersOf, commonPlaces } from './common-characters';

/** One character in four may differ, of the whole and of each word; so words of three characters must be whole. */
const charactersPerEdit = 4;

const editsAllowed = (length: number): number => Math.floor(length / charactersPerEdit);

/** Runs of digits with the sign or comparison that stands before them. */
const digitRuns = /(?:(?<![\p{L}\p{N}])[-+−±<>≤≥] ?)?\p{Nd}+/gu;
const digitsOf = (text: string): string => (text.match(digitRuns) ?? []).map((run) => run.replace(' ', '')).join(' ');

/** Letters, digits and the signs that turn a finding round; other punctuation may come and go. */
const wordCharacter = /^[\p{L}\p{N}\p{M}+\-−±<>≤≥%↑↓]/u;

/** Whether of every word enough characters are among the places that were kept. */
function keepsWords(characters: readonly string[], kept: ReadonlySet<number>): boolean {
  let [length, lost] = [0, 0];
  for (let i = 0; i <= characters.length; i++) {
    const character = characters[i];
    if (character !== undefined && wordCharacter.test(character)) {
      length++;
      if (!kept.has(i)) lost++;
    } else {
      if (lost > editsAllowed(length)) return false;
      [length, lost] = [0, 0];
    }
  }
  return true;
}

/** A text as it is compared, worked out once for many comparisons. */
export interface PreparedText {
  readonly lower: string;
  /** Its digits and numbers; texts that differ in them are no near miss. */
  readonly digits: string;
}

/** @param text a normal form (`docs/scoring.md`) */
export function prepareText(text: string): PreparedText {
  const lower = text.toLowerCase();
  const number = readNumber(lower);
  return { lower, digits: number === null ? digitsOf(lower) : `=${number === 0 ? 0 : number}` };
}

/** Characters to change, case aside; null where that is too many for a near miss. */
export function editsBetween(a: PreparedText, b: PreparedText): number | null {
  const allowed = editsAllowed(Math.max(a.lower.length, b.lower.length));
  if (a.digits !== b.digits || Math.abs(a.lower.length - b.lower.length) > allowed) return null;
  const edits = distance(a.lower, b.lower);
  return edits > allowed ? null : edits;
}

/** The last question of `isNearMiss`: are all words of both still there? */
export function sharesWords(a: PreparedText, b: PreparedText): boolean {
  const [as, bs] = [charactersOf(a.lower), charactersOf(b.lower)];
  const places = commonPlaces(as, bs);
  return keepsWords(as, new Set(places.map(([i]) => i))) && keepsWords(bs, new Set(places.map(([, j]) => j)));
}

/**
 * Whether two different texts are one text with wrong characters, case aside:
 * all digits and signs are there, of every word three characters in four, and
 * of the whole too. Another number, a short code, a dropped "no" or another
 * word is another value, however few characters it takes.
 * @param gold, prediction normal forms (`docs/scoring.md`)
 */
export function isNearMiss(gold: string, prediction: string): boolean {
  const [a, b] = [prepareText(gold), prepareText(prediction)];
  return a.digits.startsWith('=') ? a.digits === b.digits : editsBetween(a, b) !== null && sharesWords(a, b);
}
