import { isJsonList, isJsonObject, type Json } from './json';

/** The text without what PostgreSQL keeps in no JSON: NUL and halves of surrogate pairs, as pasted from damaged files. */
export const keepableText = (text: string): string => text.replaceAll(/[\0\p{Cs}]/gu, '');

/** Whether every text in the value, keys too, can be kept as it is. */
export function isKeepable(value: Json): boolean {
  if (typeof value === 'string') return value === keepableText(value);
  if (isJsonList(value)) return value.every(isKeepable);
  if (isJsonObject(value)) return Object.entries(value).every(([key, child]) => isKeepable(key) && isKeepable(child));
  return true;
}

/** The value with every text in it made keepable: what a model wrote may hold anything. */
export function toKeepable(value: Json): Json {
  if (typeof value === 'string') return keepableText(value);
  if (isJsonList(value)) return value.map(toKeepable);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [keepableText(key), toKeepable(child)]));
}
