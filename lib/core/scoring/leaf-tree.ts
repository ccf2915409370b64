import { isJsonList, isJsonObject } from '../record/json';
import type { Json, JsonObject, Leaf } from '../record/json';
import { propertyOf, rowsOf } from '../schema/schema-at';
import { isLeafSchema } from '../schema/types';
import type { FieldSchema } from '../schema/types';
import { equalityKey } from './equal-leaves';

/**
 * A record as the scorer sees it: empty leaves, objects and lists are gone, and
 * every leaf carries the text that decides whether it equals another. `size`
 * counts the leaves below.
 */
export interface LeafNode {
  readonly kind: 'leaf';
  readonly size: 1;
  readonly key: string;
  readonly value: Leaf;
}
export interface ObjectNode {
  readonly kind: 'object';
  readonly size: number;
  readonly fields: ReadonlyMap<string, TreeNode>;
}
export interface ListNode {
  readonly kind: 'list';
  readonly size: number;
  readonly rows: readonly TreeRow[];
}
export type TreeNode = LeafNode | ObjectNode | ListNode;

export class TreeRow {
  #signature: string | null = null;

  /** @param index its place in the list as written, empty rows counted */
  constructor(
    readonly index: number,
    readonly node: TreeNode,
  ) {}

  /** That of its node, made when it is first asked for: most rows are paired without. */
  get signature(): string {
    return (this.#signature ??= signatureOf(this.node));
  }
}

/** Equal for two nodes exactly when all their leaves match, order of rows aside. */
export function signatureOf(node: TreeNode): string {
  if (node.kind === 'leaf') return JSON.stringify(node.key);
  if (node.kind === 'list') return `[${node.rows.map((row) => row.signature).sort().join()}]`;
  const fields = [...node.fields].map(([key, child]) => `${JSON.stringify(key)}:${signatureOf(child)}`);
  return `{${fields.sort().join()}}`;
}

function listNode(list: readonly Json[], schema: FieldSchema | undefined): ListNode | null {
  const rows: TreeRow[] = [];
  let size = 0;
  for (const [index, value] of list.entries()) {
    const node = treeOf(value, rowsOf(schema));
    if (!node) continue;
    rows.push(new TreeRow(index, node));
    size += node.size;
  }
  return size === 0 ? null : { kind: 'list', size, rows };
}

function objectNode(object: JsonObject, schema: FieldSchema | undefined): ObjectNode | null {
  const fields = new Map<string, TreeNode>();
  let size = 0;
  for (const key of Object.keys(object)) {
    const node = treeOf(object[key] as Json, propertyOf(schema, key));
    if (!node) continue;
    fields.set(key, node);
    size += node.size;
  }
  return size === 0 ? null : { kind: 'object', size, fields };
}

/** The tree of a value, null where all of it is empty. A key that the schema lacks is `text`. */
export function treeOf(value: Json, schema?: FieldSchema): TreeNode | null {
  if (isJsonList(value)) return listNode(value, schema);
  if (isJsonObject(value)) return objectNode(value, schema);
  const rule = schema && isLeafSchema(schema) ? (schema['x-match'] ?? 'text') : 'text';
  const key = equalityKey(value, rule);
  return key === '' ? null : { kind: 'leaf', size: 1, key, value };
}
