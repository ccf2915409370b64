import { isJsonObject, type Json } from '../record/json';

/**
 * One text for one value: keys sorted by code unit, no white space, numbers as
 * ECMAScript writes them (RFC 8785). What hashes are taken over.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`).join()}}`;
}
