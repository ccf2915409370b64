import { hashToSeed } from '../random';

const gramBuckets = 1 << 16;
const gramLengths = [3, 4];

/** Lower case, one form of every letter, no accents: what OCR gets wrong most is ignored. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');

/**
 * The folded tokens of one OCR word, digits as shape: `"12/03/2020,"` → `00/00/0000`.
 * Which number it is tells two documents of one kind apart without making them
 * different kinds of document, so the sampler does not look at it.
 */
export function foldWord(text: string): string[] {
  return foldText(text)
    .split(/\s+/)
    .map((token) => token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/\p{N}/gu, '0'))
    .filter((token) => token !== '');
}

/** Adds the character n-grams of `word`, its edges marked, to `counts`. */
export function countGrams(word: string, counts: Map<number, number>): void {
  const letters = [...` ${word} `];
  for (const length of gramLengths) {
    for (let start = 0; start + length <= letters.length; start++) {
      const key = (hashToSeed(letters.slice(start, start + length).join('')) >>> 0) % gramBuckets;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
}
