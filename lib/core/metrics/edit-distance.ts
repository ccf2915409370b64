import { distance } from 'fastest-levenshtein';

const surrogate = /[\uD800-\uDFFF]/;

/** Length in Unicode code points, which is what the reference implementations count. */
export function codePointLength(text: string): number {
  if (!surrogate.test(text)) return text.length;
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Textbook dynamic programme, for the rare texts that UTF-16 units would count wrongly. */
function distanceOfCodePoints(a: readonly string[], b: readonly string[]): number {
  let above = Uint32Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, char] of a.entries()) {
    const current = new Uint32Array(b.length + 1);
    current[0] = row + 1;
    for (let column = 0; column < b.length; column++) {
      const replaced = (above[column] as number) + (char === b[column] ? 0 : 1);
      const shorter = Math.min(above[column + 1] as number, current[column] as number) + 1;
      current[column + 1] = Math.min(replaced, shorter);
    }
    above = current;
  }
  return above[b.length] as number;
}

/** Levenshtein distance in code points: insertions, deletions and replacements that turn `a` into `b`. */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0;
  if (surrogate.test(a) || surrogate.test(b)) return distanceOfCodePoints([...a], [...b]);
  return distance(a, b);
}
