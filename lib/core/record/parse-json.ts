import type { Json } from './json';

export type ParsedJson = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly message: string };

/**
 * Deeper text is refused: every walk over a record recurses, and an overflow of
 * the stack in the scorer would be an exception where a reward is due.
 */
export const maxJsonDepth = 500;

const mayOverflow = /\d[eE]|\d{309}/;
const stringOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

function hasNumberBeyondDouble(text: string): boolean {
  if (!mayOverflow.test(text)) return false;
  for (const [token] of text.matchAll(stringOrNumber))
    if (!token.startsWith('"') && !Number.isFinite(Number(token))) return true;
  return false;
}

/** True where brackets nest more than `maxJsonDepth` levels; strings are passed over. */
function isTooDeep(text: string): boolean {
  if (text.length <= maxJsonDepth) return false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 0x22) {
      for (i++; i < text.length && text.charCodeAt(i) !== 0x22; i++) if (text.charCodeAt(i) === 0x5c) i++;
    } else if (char === 0x7b || char === 0x5b) {
      if (++depth > maxJsonDepth) return true;
    } else if (char === 0x7d || char === 0x5d) depth--;
  }
  return false;
}

/**
 * JSON as RFC 8259 has it. A number beyond a double is an error, even in a
 * duplicate key that a later one hides; of a duplicate key the last one counts.
 * The message never quotes the text: it may hold PHI, and V8's own would.
 */
export function parseJson(text: string): ParsedJson {
  if (isTooDeep(text)) return { ok: false, message: `nested deeper than ${maxJsonDepth} levels` };
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return { ok: false, message: 'not JSON' };
  }
  if (hasNumberBeyondDouble(text)) return { ok: false, message: 'a number is beyond a double' };
  return { ok: true, value };
}
