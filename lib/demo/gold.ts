import type { JsonObject } from '@/lib/core/record/json';
import { formatPointer } from '@/lib/core/record/pointer';
import { indicatorKeys, listKey, scalarKeys } from './content/report';
import type { LeafPath, PrintedLeaf } from './draw/sheet';

/** The record of what was printed, keys in the order of the schema; absent keys stay away. */
export function goldOf(leaves: readonly PrintedLeaf[]): JsonObject {
  const printed = new Map(leaves.map((leaf) => [formatPointer(leaf.path), leaf.text]));
  const texts = (keys: readonly string[], at: LeafPath): [string, string][] =>
    keys.flatMap((key) => {
      const text = printed.get(formatPointer([...at, key]));
      return text === undefined ? [] : [[key, text] as [string, string]];
    });
  const rowCount = Math.max(0, ...leaves.map((leaf) => (leaf.path[0] === listKey ? Number(leaf.path[1]) + 1 : 0)));
  const rows = Array.from({ length: rowCount }, (_, i) => Object.fromEntries(texts(indicatorKeys, [listKey, i])));
  const before = scalarKeys.filter((key) => key !== 'Others');
  return {
    ...Object.fromEntries(texts(before, [])),
    ...(rows.length > 0 ? { [listKey]: rows } : {}),
    ...Object.fromEntries(texts(['Others'], [])),
  };
}
