import type { AlignedLeaf } from '../scoring';
import { parsePointer } from '../record/pointer';
import { isListSchema, isObjectSchema, type FieldSchema, type RecordSchema } from '../schema/types';

/** A leaf of either side, or the two that the scorer paired, and where it stands once rows are united. */
export interface UnitedLeaf {
  readonly leaf: AlignedLeaf;
  /** Keys, and row numbers of the union of both sides' rows. */
  readonly place: readonly (string | number)[];
}

interface Sided {
  readonly leaf: AlignedLeaf;
  readonly left: readonly string[] | null;
  readonly right: readonly string[] | null;
}

const byNumber = (a: number, b: number): number => a - b;

/**
 * The rows of both sides in one order: those of the left as they stand, each
 * that the right alone has behind the row that it follows there.
 * @returns row number in the union by row number of each side.
 */
function uniteRows(leaves: readonly Sided[], depth: number) {
  const rowOf = (segments: readonly string[] | null): number | null => (segments ? Number(segments[depth]) : null);
  const partners = new Map<number, number>();
  for (const { left, right } of leaves) {
    if (left && right) partners.set(rowOf(right) as number, rowOf(left) as number);
  }
  const lefts = [...new Set(leaves.flatMap(({ left }) => rowOf(left) ?? []))].sort(byNumber);
  const rights = [...new Set(leaves.flatMap(({ right }) => rowOf(right) ?? []))].sort(byNumber);
  const order: { readonly left: number | null; readonly right: number | null }[] = lefts.map((left) => ({ left, right: null }));
  let behind = -1;
  for (const right of rights) {
    const partner = partners.get(right);
    if (partner === undefined) order.splice(++behind, 0, { left: null, right });
    else behind = order.findIndex(({ left }) => left === partner);
  }
  const union = { left: new Map<number, number>(), right: new Map<number, number>() };
  order.forEach(({ left, right }, row) => {
    if (left !== null) union.left.set(left, row);
    if (right !== null) union.right.set(right, row);
  });
  for (const [right, left] of partners) union.right.set(right, union.left.get(left) as number);
  return union;
}

function groupBy<K>(leaves: readonly Sided[], keyOf: (leaf: Sided) => K): Map<K, Sided[]> {
  const groups = new Map<K, Sided[]>();
  for (const leaf of leaves) groups.set(keyOf(leaf), [...(groups.get(keyOf(leaf)) ?? []), leaf]);
  return groups;
}

function walk(schema: FieldSchema | undefined, leaves: readonly Sided[], place: readonly (string | number)[], found: UnitedLeaf[]): void {
  const depth = place.length;
  const isEnd = ({ left, right }: Sided): boolean => (left ?? right)?.length === depth;
  for (const { leaf } of leaves.filter(isEnd)) found.push({ leaf, place });
  const inside = leaves.filter((leaf) => !isEnd(leaf));
  if (inside.length === 0) return;
  if (schema && isListSchema(schema)) {
    const union = uniteRows(inside, depth);
    const rows = groupBy(inside, ({ left, right }) => (left ? union.left.get(Number(left[depth])) : union.right.get(Number(right?.[depth]))) ?? 0);
    for (const [row, group] of [...rows].sort(([a], [b]) => a - b)) walk(schema.items, group, [...place, row], found);
    return;
  }
  const properties = schema && isObjectSchema(schema) ? schema.properties : {};
  const keys = groupBy(inside, ({ left, right }) => (left ?? right)?.[depth] ?? '');
  const order = Object.keys(properties);
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  for (const [key, group] of [...keys].sort(([a], [b]) => rank(a) - rank(b))) walk(properties[key], group, [...place, key], found);
}

/** Aligned leaves in the order of the schema, each with its place among the rows of both sides. */
export function uniteLeaves(leaves: readonly AlignedLeaf[], schema: RecordSchema): UnitedLeaf[] {
  const sided = leaves.map((leaf) => ({
    leaf,
    left: leaf.goldPointer === null ? null : parsePointer(leaf.goldPointer),
    right: leaf.predictionPointer === null ? null : parsePointer(leaf.predictionPointer),
  }));
  const found: UnitedLeaf[] = [];
  walk(schema, sided, [], found);
  return found;
}
