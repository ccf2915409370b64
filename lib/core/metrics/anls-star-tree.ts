import { optionsOf } from './alternatives';
import type { GoldValue } from './alternatives';
import { foldText } from './anls-star-texts';

/**
 * A value as ANLS* sees it; `size` is its length, the leaves that it counts
 * for where it has no partner. `none` is what is empty: null or a blank text.
 */
export interface NoneNode {
  readonly kind: 'none';
  readonly size: 1;
}
export interface LeafNode {
  readonly kind: 'leaf';
  readonly size: 1;
  /** Number of its folded text among the texts of its side. */
  readonly text: number;
}
export interface ObjectNode {
  readonly kind: 'object';
  readonly size: number;
  readonly fields: ReadonlyMap<string, AnlsNode>;
}
export interface ListNode {
  readonly kind: 'list';
  readonly size: number;
  readonly rows: readonly AnlsNode[];
}
export interface AlternativesNode {
  readonly kind: 'alternatives';
  readonly size: number;
  readonly options: readonly AnlsNode[];
}
export type AnlsNode = NoneNode | LeafNode | ObjectNode | ListNode | AlternativesNode;

export const none: NoneNode = { kind: 'none', size: 1 };

/** Null, a blank text, and lists and objects that hold nothing else. */
export function isEmptyValue(value: GoldValue): boolean {
  if (value === null) return true;
  if (typeof value !== 'object') return typeof value === 'string' && foldText(value) === '';
  return (optionsOf(value) ?? Object.values(value)).every(isEmptyValue);
}

/** One side of a comparison: how it numbers texts, and whether empty keys stay. */
export interface TreeSide {
  readonly numberText: (folded: string) => number;
  /** Gold may say that a key is empty; an empty key of the prediction says what leaving it out says. */
  readonly keepsEmptyKeys: boolean;
}

function listNode(values: readonly GoldValue[], side: TreeSide): ListNode {
  const rows = values.filter((value) => !isEmptyValue(value)).map((value) => anlsTree(value, side));
  return { kind: 'list', rows, size: rows.reduce((sum, { size }) => sum + size, 0) };
}

function objectNode(object: { readonly [key: string]: GoldValue }, side: TreeSide): ObjectNode {
  const fields = new Map<string, AnlsNode>();
  let size = 0;
  for (const key of Object.keys(object)) {
    const value = object[key] as GoldValue;
    if (!side.keepsEmptyKeys && isEmptyValue(value)) continue;
    const node = anlsTree(value, side);
    fields.set(key, node);
    size += node.size;
  }
  return { kind: 'object', fields, size };
}

/** The tree of a gold or predicted value. Rows that are empty are left out, on both sides. */
export function anlsTree(value: GoldValue, side: TreeSide): AnlsNode {
  if (value === null) return none;
  if (typeof value !== 'object') {
    const text = foldText(value);
    return text === '' ? none : { kind: 'leaf', size: 1, text: side.numberText(text) };
  }
  const options = optionsOf(value);
  if (options) {
    const nodes = options.map((option) => anlsTree(option, side));
    return { kind: 'alternatives', options: nodes, size: Math.max(...nodes.map((node) => node.size)) };
  }
  if (Array.isArray(value)) return listNode(value as readonly GoldValue[], side);
  return objectNode(value as { readonly [key: string]: GoldValue }, side);
}
