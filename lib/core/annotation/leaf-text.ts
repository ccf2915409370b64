import type { Json, Leaf } from '../record/json';
import { keepableText } from '../record/keepable-text';
import type { LeafSchema } from '../schema/types';

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const truths: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };

/**
 * The leaf that a text stands for. Text that does not fit the type is kept as
 * text: a draft is never refused, a warning says so instead. Empty text is no
 * answer yet. Characters that cannot be stored are left out.
 */
export function leafFromText(schema: LeafSchema, given: string): Leaf | undefined {
  const text = keepableText(given);
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (schema.type === 'string') return text;
  if (schema.type === 'boolean') return truths[trimmed.toLowerCase()] ?? text;
  // A decimal comma only: "1,234" could be a thousand and stays as it is read.
  const number = /^[+-]?\d+,\d{1,2}$/.test(trimmed) ? trimmed.replace(',', '.') : trimmed;
  if (!numberPattern.test(number)) return text;
  // Digits that a double would change (a long id) stay text.
  const value = Number(number);
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : text;
}

/** A leaf as an editor shows it; nothing and null are empty. */
export function textOfLeaf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Whether a leaf has an answer: an empty text or null is none. */
export const isAnswered = (value: Json | undefined): boolean => textOfLeaf(value) !== '';
