import type { JsonObject, Leaf } from '../record/json';
import { leavesOf } from '../record/pointer';

/** A figure that is not what was stored. */
export interface MovedFigure {
  /** JSON Pointer into the figures: `/micro/f1`. */
  readonly pointer: string;
  /** Null where the figure is on one side only. */
  readonly stored: Leaf;
  readonly now: Leaf;
}

/** Two computations of one figure may differ in the last digits by the order of a sum. */
export const sameWithin = 1e-9;

const isSame = (a: Leaf | undefined, b: Leaf | undefined): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= sameWithin : a === b;

/** Every figure in which two computations differ by more than `sameWithin`, in the order of what is stored. */
export function movedFigures(stored: JsonObject, now: JsonObject): MovedFigure[] {
  const nows = new Map(leavesOf(now).map(({ pointer, value }) => [pointer, value]));
  const storeds = new Map(leavesOf(stored).map(({ pointer, value }) => [pointer, value]));
  return [...new Set([...storeds.keys(), ...nows.keys()])]
    .filter((pointer) => !isSame(storeds.get(pointer), nows.get(pointer)))
    .map((pointer) => ({ pointer, stored: storeds.get(pointer) ?? null, now: nows.get(pointer) ?? null }));
}
