/** What a printed text looks like; the order is the order of the tests. */
const patterns: readonly (readonly [name: string, test: RegExp])[] = [
  ['date', /^\(?\d{1,4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,4}日?\)?$/u],
  ['date-time', /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T]+\d{1,2}:\d{2}(:\d{2})?\s?([ap]m)?$/iu],
  ['date-words', /^\d{1,2}(st|nd|rd|th)?[\s-]*\p{L}{3,9}[\s,-]*\d{2,4}$|^\p{L}{3,9}\.?\s\d{1,2},?\s\d{4}$/u],
  ['date-labelled', /\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}/u],
  ['time', /^\d{1,2}:\d{2}(:\d{2})?\s?([ap]m)?$/iu],
  ['money', /^[-+]?\d[\d,]*\.\d{2}$/u],
  ['money-signed', /^(\p{L}{1,3}|[$€£¥₫])\s?[-+]?\d[\d,]*(\.\d{1,2})?$/u],
  ['integer', /^[-+]?\d{1,3}$/u],
  ['long-integer', /^\d{4,}$/u],
  ['decimal', /^[-+<>≤≥~]?\s?\d+[.,]\d+$/u],
  ['range', /^[<>≤≥]?\s?\d[\d.,]*\s?(-|–|~|to)\s?\d[\d.,]*$/u],
  ['bounded', /^[<>≤≥]\s?=?\s?\d[\d.,]*$/u],
  ['number-unit', /^[<>≤≥~]?\d[\d.,]*\s?[\p{L}%°µ/^*]+[\p{L}\d%/^.*]*$/u],
  ['phone', /^[-+()\d\s./]{7,}$/u],
  ['code', /^(?=.*\d)[\p{L}\d/#._-]+$/u],
  ['mark', /^[^\p{L}\d]+$/u],
  ['upper', /^[\p{Lu}\s.,&'()/-]+$/u],
  ['title', /^\p{Lu}\p{L}*(?:[\s.,&'()/-]+\p{Lu}\p{L}*)*[\s.,&'()/-]*$/u],
  ['lower', /^[\p{Ll}\s.,&'()/-]+$/u],
  ['label', /[:：]$/u],
];

/** Number of the first pattern that fits; `patternCount − 1` for none. */
export function patternOf(text: string): number {
  const short = text.length > 60 ? '' : text;
  const found = short === '' ? -1 : patterns.findIndex(([, test]) => test.test(short));
  return found < 0 ? patterns.length : found;
}

export const patternNamed = (name: string): number => patterns.findIndex(([known]) => known === name);

const code = (char: string): string => {
  if (/\d/u.test(char)) return '0';
  if (/\p{Lu}/u.test(char)) return 'A';
  return /\p{L}/u.test(char) ? 'a' : char;
};

/** "INV-2041b" → "A-0a": runs of one kind of character written once. */
export function shapeOf(text: string): string {
  let shape = '';
  for (const char of text.slice(0, 24)) {
    const next = code(char);
    if (!shape.endsWith(next)) shape += next;
  }
  return shape;
}
