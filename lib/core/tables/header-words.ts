/**
 * Words that print the same column under different names, each line one meaning.
 * A word may have several: "assessment" heads a status here and a note there.
 */
const meanings: readonly (readonly string[])[] = [
  ['item', 'test', 'analyte', 'parameter', 'investigation', 'name', 'article', 'product', 'drug', 'medicine', 'examination', 'description'],
  ['result', 'value', 'finding', 'measured'],
  ['unit', 'uom'],
  ['reference', 'ref', 'range', 'normal', 'interval', 'expected'],
  ['flag', 'mark', 'abnormal'],
  ['method', 'technique', 'procedure', 'detection'],
  ['status', 'assessment', 'rating', 'interpretation'],
  ['indication', 'indicate', 'meaning', 'note', 'comment', 'remark'],
  ['critical', 'panic', 'alert'],
  ['quantity', 'qty', 'count', 'pcs'],
  ['price', 'cost', 'total', 'amount', 'sum'],
  ['usage', 'dosage', 'dose', 'direction', 'instruction', 'sig'],
  ['date', 'day', 'time'],
];

/** Lower-case words without plural endings: "Ref. intervals" → ref, interval. */
export const wordsOf = (text: string): string[] =>
  (text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => (word.length > 3 ? word.replace(/(?<![isu])s$/, '') : word));

/** What a heading is about: the numbers of its meanings, and its other words as they are. */
function topicsOf(text: string): Set<string> {
  return new Set(
    wordsOf(text).flatMap((word) => {
      const found = meanings.flatMap((line, at) => (line.includes(word) ? [`#${at}`] : []));
      return found.length > 0 ? found : [word];
    }),
  );
}

/** Whether a heading is about this: "flag", "unit", …; a word of the table above. */
export const isAbout = (heading: string, word: string): boolean =>
  [...topicsOf(word)].some((topic) => topicsOf(heading).has(topic));

/** How likely two headings name one column, 0–1: equal words count most, shared meanings next. */
export function headingLikeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length === 0 || right.length === 0) return 0;
  if (left.join(' ') === right.join(' ')) return 1;
  const [topicsA, topicsB] = [topicsOf(a), topicsOf(b)];
  const shared = [...topicsA].filter((topic) => topicsB.has(topic)).length;
  const words = left.filter((word) => right.includes(word)).length;
  const all = new Set([...topicsA, ...topicsB]).size;
  return Math.min(0.95, (0.85 * shared) / all + 0.1 * Math.min(1, words));
}

/** Whether most texts of a row name columns: the row heads a table. */
export function looksLikeHeading(texts: readonly string[], columns: readonly string[]): boolean {
  const filled = texts.filter((text) => text.trim() !== '');
  const alike = filled.filter((text) => columns.some((column) => headingLikeness(text, column) >= 0.5));
  return alike.length > 0 && alike.length * 2 >= filled.length;
}
