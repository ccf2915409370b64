import { isJsonObject, type Json, type JsonObject } from '../../record/json';

/** JSON under construction. */
export type Draft = { [key: string]: Draft | Json };

/** What stands at the path; undefined where the way ends early. */
export function valueAt(record: Json | undefined, path: readonly string[]): Json | undefined {
  let value: Json | undefined = record;
  for (const key of path) {
    value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

/** Sets a value, making the objects on the way; keys are own properties always. */
export function setAt(draft: Draft, path: readonly string[], value: Json): void {
  let at = draft;
  for (const key of path.slice(0, -1)) {
    if (!Object.hasOwn(at, key)) setOwn(at, key, {});
    at = at[key] as Draft;
  }
  const last = path.at(-1);
  if (last !== undefined) setOwn(at, last, value);
}

const setOwn = (draft: Draft, key: string, value: Draft | Json): void => {
  Object.defineProperty(draft, key, { value, writable: true, enumerable: true, configurable: true });
};

export const finished = (draft: Draft): JsonObject => draft as JsonObject;

/** RFC 6901, for keys and row numbers. */
export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
