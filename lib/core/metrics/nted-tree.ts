import type { Json } from '../record/json';
import type { DistinctTexts } from './distinct-texts';
import { donutItems } from './donut-record';
import type { DonutItem } from './donut-record';

/** Donut's tree of a record: root, keys, rows and values as an ordered tree, in postorder. */
export interface DonutTree {
  readonly size: number;
  /** A value, not a key, a row or the root. */
  readonly isLeaf: Uint8Array;
  /** Number of its text or, for inner nodes, of its name. */
  readonly label: Int32Array;
  /** What it costs to insert or delete the node: characters of a value, else 1. */
  readonly weight: Int32Array;
  /** The first node, in postorder, of the subtree. */
  readonly first: Int32Array;
  /** Sum of the weights but for the root's: what the record costs to write on an empty page. */
  readonly written: number;
}

/** Names of inner nodes that are no key: the number 0 is a row, 1 the root. */
const rowName = 0;
const rootName = 1;
const firstKeyName = 2;

/**
 * @param texts numbers the values of this side
 * @param keys numbers the keys, of both sides together
 */
export function donutTree(record: Json, texts: DistinctTexts, keys: DistinctTexts): DonutTree {
  const isLeaf: number[] = [];
  const label: number[] = [];
  const weight: number[] = [];
  const first: number[] = [];

  function addInner(name: number, start: number): void {
    isLeaf.push(0);
    label.push(name);
    weight.push(1);
    first.push(start);
  }

  function addItems(items: readonly DonutItem[]): void {
    for (const item of items) {
      const start = label.length;
      if (item.kind === 'leaf') {
        const text = texts.numberOf(item.text);
        isLeaf.push(1);
        label.push(text);
        weight.push(texts.lengths[text] as number);
        first.push(start);
        continue;
      }
      addBelow(item);
      addInner(rowName, start);
    }
  }

  function addBelow(item: Exclude<DonutItem, { readonly kind: 'leaf' }>): void {
    if (item.kind === 'list') return addItems(item.items);
    for (const { key, items } of item.fields) {
      const start = label.length;
      addItems(items);
      addInner(firstKeyName + keys.numberOf(key), start);
    }
  }

  const items = donutItems(record);
  const lone = items.length === 1 ? items[0] : undefined;
  if (lone?.kind === 'group' && !Array.isArray(record)) addBelow(lone);
  else addItems(items);
  const written = weight.reduce((sum, each) => sum + each, 0);
  addInner(rootName, 0);
  return {
    size: label.length,
    isLeaf: Uint8Array.from(isLeaf),
    label: Int32Array.from(label),
    weight: Int32Array.from(weight),
    first: Int32Array.from(first),
    written,
  };
}
