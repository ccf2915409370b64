import type { ListNode, TreeNode, TreeRow } from './leaf-tree';

/** Gold rows and predicted rows, by their places: each of the one matches each of the other in `matched` leaves. */
export interface SharedPart {
  readonly golds: readonly number[];
  readonly predicted: readonly number[];
  readonly matched: number;
}

export interface InnerList {
  /** Place of the row that holds it. */
  readonly row: number;
  readonly node: ListNode;
}

/** The inner lists that rows of both sides have at one place. */
export interface InnerLists {
  readonly golds: InnerList[];
  readonly predicted: InnerList[];
}

export interface SharedParts {
  readonly leaves: readonly SharedPart[];
  readonly lists: readonly InnerLists[];
}

interface Holders extends SharedPart {
  readonly golds: number[];
  readonly predicted: number[];
}

/** What the predicted rows have at one place within the row. */
interface Place {
  /** By equality key. */
  readonly leaves: Map<string, Holders>;
  readonly fields: Map<string, Place>;
  lists: InnerLists | null;
}

const emptyPlace = (): Place => ({ leaves: new Map(), fields: new Map(), lists: null });

function addPredicted(place: Place, node: TreeNode, row: number): void {
  if (node.kind === 'leaf') {
    const holders = place.leaves.get(node.key);
    if (holders) holders.predicted.push(row);
    else place.leaves.set(node.key, { golds: [], predicted: [row], matched: 1 });
  } else if (node.kind === 'list') {
    place.lists ??= { golds: [], predicted: [] };
    place.lists.predicted.push({ row, node });
  } else
    for (const [key, child] of node.fields) {
      let inner = place.fields.get(key);
      if (!inner) place.fields.set(key, (inner = emptyPlace()));
      addPredicted(inner, child, row);
    }
}

function addGold(place: Place, node: TreeNode, row: number): void {
  if (node.kind === 'leaf') place.leaves.get(node.key)?.golds.push(row);
  else if (node.kind === 'list') place.lists?.golds.push({ row, node });
  else
    for (const [key, child] of node.fields) {
      const inner = place.fields.get(key);
      if (inner) addGold(inner, child, row);
    }
}

function collect(place: Place, leaves: SharedPart[], lists: InnerLists[]): void {
  for (const holders of place.leaves.values()) if (holders.golds.length > 0) leaves.push(holders);
  if (place.lists && place.lists.golds.length > 0) lists.push(place.lists);
  for (const inner of place.fields.values()) collect(inner, leaves, lists);
}

/**
 * What gold rows and predicted rows have in common: each leaf outside inner
 * lists with the rows that hold it, and the inner lists that stand at the same
 * place. Rows that share nothing never meet.
 */
export function sharedParts(gold: readonly TreeRow[], predicted: readonly TreeRow[]): SharedParts {
  const root = emptyPlace();
  predicted.forEach((row, p) => addPredicted(root, row.node, p));
  gold.forEach((row, g) => addGold(root, row.node, g));
  const leaves: SharedPart[] = [];
  const lists: InnerLists[] = [];
  collect(root, leaves, lists);
  return { leaves, lists };
}
