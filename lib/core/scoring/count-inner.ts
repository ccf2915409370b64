import { bestTotal } from './best-total';
import { signatureOf, type ListNode, type TreeRow } from './leaf-tree';
import { linkRows, type RowLink } from './link-rows';
import type { InnerList, InnerLists, SharedPart } from './shared-parts';

/** Lists that are equal throughout, and the rows that hold one of them. */
interface ListKind {
  readonly node: ListNode;
  readonly holders: number[];
}

function kindsOf(lists: readonly InnerList[]): ListKind[] {
  const [only] = lists;
  if (only && lists.length === 1) return [{ node: only.node, holders: [only.row] }];
  const kinds = new Map<string, ListKind>();
  for (const { row, node } of lists) {
    const signature = signatureOf(node);
    const kind = kinds.get(signature);
    if (kind) kind.holders.push(row);
    else kinds.set(signature, { node, holders: [row] });
  }
  return [...kinds.values()];
}

interface DistinctRows {
  readonly rows: readonly TreeRow[];
  /** By list, the places of its rows in `rows`. */
  readonly placesOf: readonly (readonly number[])[];
}

/** The rows of all lists, each that differs once; all rows of a list that is alone, where nothing is saved. */
function distinctRows(kinds: readonly ListKind[]): DistinctRows {
  const [only] = kinds;
  if (only && kinds.length === 1) return { rows: only.node.rows, placesOf: [only.node.rows.map((_, place) => place)] };
  const places = new Map<string, number>();
  const rows: TreeRow[] = [];
  const placeOf = (row: TreeRow): number => {
    const known = places.get(row.signature);
    if (known !== undefined) return known;
    places.set(row.signature, rows.length);
    return rows.push(row) - 1;
  };
  return { placesOf: kinds.map(({ node }) => node.rows.map(placeOf)), rows };
}

/** Per distinct row, where it stands: the list and the place in it, in turns. */
function slotsOf(placesOf: readonly (readonly number[])[], rowCount: number): number[][] {
  const slots = Array.from({ length: rowCount }, (): number[] => []);
  placesOf.forEach((places, kind) => places.forEach((place, slot) => slots[place]?.push(kind, slot)));
  return slots;
}

function byGold(links: readonly RowLink[], goldCount: number): RowLink[][] {
  const groups = Array.from({ length: goldCount }, (): RowLink[] => []);
  for (const link of links) groups[link.g]?.push(link);
  return groups;
}

/**
 * Matched leaves of every gold list with every predicted list that shares any.
 * Equal lists are counted once, and so are equal rows of different lists.
 */
export function countInner(lists: InnerLists): SharedPart[] {
  const [goldKinds, predictedKinds] = [kindsOf(lists.golds), kindsOf(lists.predicted)];
  const [gold, predicted] = [distinctRows(goldKinds), distinctRows(predictedKinds)];
  const links = byGold(linkRows(gold.rows, predicted.rows, countInner).links, gold.rows.length);
  const slots = slotsOf(predicted.placesOf, predicted.rows.length);
  const parts: SharedPart[] = [];
  goldKinds.forEach(({ node, holders }, kind) => {
    const linksWith = new Map<number, RowLink[]>();
    gold.placesOf[kind]?.forEach((place, g) => {
      for (const { p: row, matched } of links[place] as RowLink[]) {
        const there = slots[row] as number[];
        for (let i = 0; i < there.length; i += 2) {
          const link = { g, p: there[i + 1] as number, matched };
          const known = linksWith.get(there[i] as number);
          if (known) known.push(link);
          else linksWith.set(there[i] as number, [link]);
        }
      }
    });
    for (const [place, between] of linksWith) {
      const other = predictedKinds[place] as ListKind;
      const matched = bestTotal(between, node.rows.length, other.node.rows.length);
      parts.push({ golds: holders, predicted: other.holders, matched });
    }
  });
  return parts;
}
