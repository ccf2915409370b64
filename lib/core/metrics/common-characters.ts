/** Beyond this many cells a stretch is taken to differ throughout: about 2,000 by 2,000 characters. */
const mostCells = 4_000_000;

/** Lengths of the longest common subsequences of all suffixes, row by row. */
function suffixLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] as number) + 1
          : Math.max(lengths[(i + 1) * width + j] as number, lengths[i * width + j + 1] as number);
  return lengths;
}

/**
 * Places [in a, in b] of a longest common subsequence, ascending. Equal ends
 * are taken first; a differing stretch that is too long to compare has none.
 */
export function commonPlaces(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let tail = 0;
  while (tail < a.length - start && tail < b.length - start && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const places: (readonly [number, number])[] = Array.from({ length: start }, (_, i) => [i, i]);
  const innerA = a.slice(start, a.length - tail);
  const innerB = b.slice(start, b.length - tail);
  if (innerA.length * innerB.length <= mostCells) {
    const lengths = suffixLengths(innerA, innerB);
    const width = innerB.length + 1;
    for (let i = 0, j = 0; i < innerA.length && j < innerB.length; )
      if (innerA[i] === innerB[j]) places.push([start + i++, start + j++]);
      else if ((lengths[(i + 1) * width + j] as number) >= (lengths[i * width + j + 1] as number)) i++;
      else j++;
  }
  for (let i = tail; i > 0; i--) places.push([a.length - i, b.length - i]);
  return places;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What people see as characters: a letter with its accents is one. */
export const charactersOf = (text: string): string[] =>
  // Printable ASCII needs no dictionary, and it is most of what is compared.
  /^[ -~]*$/.test(text) ? [...text] : Array.from(segmenter.segment(text), ({ segment }) => segment);
