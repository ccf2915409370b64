import type { JsonObject } from '@/lib/core/record/json';
import { indicatorKeys, listKey, scalarKeys } from './content/report';
import type { LeafPath, PrintedLeaf } from './draw/sheet';

/** JSON Pointer (RFC 6901) of a path. */
export const pointerOf = (path: LeafPath): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The record of what was printed, keys in the order of the schema; absent keys stay away. */
export function goldOf(leaves: readonly PrintedLeaf[]): JsonObject {
  const printed = new Map(leaves.map((leaf) => [pointerOf(leaf.path), leaf.text]));
  const texts = (keys: readonly string[], at: LeafPath): [string, string][] =>
    keys.flatMap((key) => {
      const text = printed.get(pointerOf([...at, key]));
      return text === undefined ? [] : [[key, text] as [string, string]];
    });
  const rowCount = Math.max(0, ...leaves.map((leaf) => (leaf.path[0] === listKey ? Number(leaf.path[1]) + 1 : 0)));
  const rows = Array.from({ length: rowCount }, (_, i) => Object.fromEntries(texts(indicatorKeys, [listKey, i])));
  return { ...Object.fromEntries(texts(scalarKeys, [])), ...(rows.length > 0 ? { [listKey]: rows } : {}) };
}
