import { isStop, stopBeside, type FieldItem } from './fields';
import type { OpenSuggestions } from './suggestions';

/** In which order "next field" goes: as the schema has them, or least sure suggestion first. */
export const walkOrders = ['schema', 'least-sure'] as const;
export type WalkOrder = (typeof walkOrders)[number];

const confidenceIn = ({ leaves, lists }: OpenSuggestions, pointer: string): number | undefined =>
  (leaves[pointer] ?? lists[pointer])?.confidence;

export interface Walk {
  readonly items: readonly FieldItem[];
  /** All that the model offers: where the field in focus ranks even after it was answered. */
  readonly offered: OpenSuggestions;
  readonly open: OpenSuggestions;
  readonly order: WalkOrder;
}

/**
 * Where to go from `pointer`. Least sure first walks through open suggestions
 * alone, and on in the order of the schema when none is left that way.
 */
export function nextStop({ items, offered, open, order }: Walk, pointer: string | null, step: -1 | 1): string | null {
  const beside = stopBeside(items, pointer, step);
  if (order === 'schema') return beside;
  const stops = items.filter(isStop).map((item, place) => ({ pointer: item.pointer, place }));
  const rankOf = (stop: { pointer: string; place: number }): readonly [number, number] => [confidenceIn(offered, stop.pointer) ?? -1, stop.place];
  const isBefore = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
  const here = stops.find((stop) => stop.pointer === pointer);
  const ranked = stops
    .filter((stop) => confidenceIn(open, stop.pointer) !== undefined && stop.pointer !== pointer)
    .sort((a, b) => (isBefore(rankOf(a), rankOf(b)) ? -1 : 1));
  if (!here) return ranked[0]?.pointer ?? beside;
  const [after, before] = [ranked.filter((stop) => isBefore(rankOf(here), rankOf(stop))), ranked.filter((stop) => isBefore(rankOf(stop), rankOf(here)))];
  return (step === 1 ? after[0] : before.at(-1))?.pointer ?? (ranked.length > 0 && step === 1 ? ranked[0]?.pointer : beside) ?? null;
}
