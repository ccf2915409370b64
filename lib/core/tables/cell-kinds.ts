import { leafFromText } from '../annotation/leaf-text';
import { isAbout } from './header-words';
import type { TableColumn } from './table-columns';

const mark = /^(?:H|L|HH|LL|A|N|HIGH|LOW|POS|NEG|ABN|\*{1,3}|[+-]|[↑↓▲▼]{1,2}|\([HL]\))$/i;
const number = /^[<>≤≥~]?\s*[+-]?\d[\d.,\s]*%?$/;
const range = /^[<>≤≥]?\s*[\d.,]+\s*(?:(?:-|–|—|to|\.\.|~)\s*[\d.,]+)?$|^[\d.,]+\s*(?:-|–|—|to)\s*[\d.,]+$/i;
const span = /\d\s*(?:-|–|—|~|to)\s*[<>≤≥]?\d|^[<>≤≥]\s*\d/i;
const unit = /^(?:%|‰|[a-zµμ×x0-9^]*\/[a-zµμ0-9.^²³]+|10\^?\d+\/\w+|g|mg|kg|ml|mm|cm|m|s|ms|sec|bpm|mmHg|fl|pg|U|IU|°C|kPa|pcs)$/i;
const letters = /\p{L}{2,}/u;

/** A mark beside a result: H, L, an arrow, a star. */
export const isMark = (text: string): boolean => mark.test(text);
/** Two numbers with a dash or "to" between them, or a bound. */
export const isSpan = (text: string): boolean => span.test(text);
export const isNumber = (text: string): boolean => number.test(text);

const share = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(test).length / texts.length;

/** How well texts fit what a column's type and name promise, 0–1. */
export function contentLikeness(texts: readonly string[], { name, schema }: TableColumn): number {
  if (schema.enum) return share(texts, (text) => schema.enum?.some((value) => value.toLowerCase() === text.toLowerCase()) ?? false);
  if (isAbout(name, 'flag')) return share(texts, isMark);
  if (isAbout(name, 'unit')) return share(texts, (text) => unit.test(text));
  if (isAbout(name, 'reference')) return share(texts, (text) => isSpan(text) && range.test(text));
  const isNumeric = schema.type === 'number' || schema.type === 'integer' || schema['x-match'] === 'number';
  if (isNumeric) return share(texts, (text) => typeof leafFromText({ type: 'number' }, text) === 'number');
  if (isAbout(name, 'result') && !isAbout(name, 'critical') && !isAbout(name, 'status')) return 0.8 * share(texts, (text) => isNumber(text) && !isSpan(text));
  if (isAbout(name, 'item')) return 0.6 * share(texts, (text) => letters.test(text) && !unit.test(text) && !isMark(text));
  return 0.2 * share(texts, (text) => letters.test(text));
}
