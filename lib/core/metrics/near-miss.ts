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

/**
 * Whether two different texts are one text with wrong characters, case aside:
 * all digits and signs are there, of every word three characters in four, and
 * of the whole too. Another number, a short code, a dropped "no" or another
 * word is another value, however few characters it takes.
 * @param gold, prediction normal forms (`docs/scoring.md`)
 */
export function isNearMiss(gold: string, prediction: string): boolean {
  const [a, b] = [gold.toLowerCase(), prediction.toLowerCase()];
  const allowed = editsAllowed(Math.max(a.length, b.length));
  if (Math.abs(a.length - b.length) > allowed) return false;
  const [x, y] = [readNumber(a), readNumber(b)];
  if (x !== null && y !== null) return x === y;
  if (digitsOf(a) !== digitsOf(b) || distance(a, b) > allowed) return false;
  const [as, bs] = [charactersOf(a), charactersOf(b)];
  const places = commonPlaces(as, bs);
  return keepsWords(as, new Set(places.map(([i]) => i))) && keepsWords(bs, new Set(places.map(([, j]) => j)));
}

/** 0–1: 1 less the share of characters to change. */
export const textSimilarity = (a: string, b: string): number =>
  1 - distance(a.toLowerCase(), b.toLowerCase()) / Math.max(a.length, b.length, 1);
