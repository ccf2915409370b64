import type { Evidence, EvidenceBox } from '../record/evidence';
import { isJsonList, type Json, type JsonObject } from '../record/json';
import { formatPointer, isRowSegment, leavesOf, parsePointer, valueAt } from '../record/pointer';
import { diffSchemas, type SchemaChange } from './diff-schemas';
import { emptyRecord, emptyValue } from './empty-record';
import { propertyOf, type SchemaAddress } from './schema-at';
import { isLeafSchema, isListSchema, type FieldSchema, type RecordSchema } from './types';

/** A value or evidence that the new schema has no place for. */
export interface SetAside {
  readonly pointer: string;
  /** Undefined where there was evidence without a value. */
  readonly value: Json | undefined;
  readonly boxes: readonly EvidenceBox[];
}

export interface MigratedRecord {
  readonly record: JsonObject;
  readonly evidence: Evidence;
  /** To be kept with the annotation: nothing is lost silently. */
  readonly aside: readonly SetAside[];
  /** Leaves that stand elsewhere now, old pointer and new. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
}

export interface MigrateInput {
  readonly before: RecordSchema;
  readonly after: RecordSchema;
  readonly record: JsonObject;
  readonly evidence: Evidence;
}

type Segments = readonly string[];

/** A pointer's segments with "[]" for row numbers, told apart by the record itself. */
function addressIn(record: JsonObject, segments: Segments): SchemaAddress {
  return segments.map((segment, i) =>
    isJsonList(valueAt(record, formatPointer(segments.slice(0, i)))) ? '[]' : segment,
  );
}

/** Puts row numbers back into an address; undefined where there are too few or too many. */
function fillRows(address: SchemaAddress, rows: readonly string[]): Segments | undefined {
  if (address.filter((step) => step === '[]').length !== rows.length) return undefined;
  const left = [...rows];
  return address.map((step) => (step === '[]' ? (left.shift() as string) : step));
}

/** Follows moves and renames; the longest address that moved decides. */
function carried(record: JsonObject, segments: Segments, changes: readonly SchemaChange[]): Segments | undefined {
  const address = addressIn(record, segments);
  const moves = changes.filter(({ from }) => from?.address.every((step, i) => address[i] === step));
  const move = moves.sort((a, b) => (b.from?.address.length ?? 0) - (a.from?.address.length ?? 0))[0];
  if (!move?.from) return segments;
  const length = move.from.address.length;
  const rows = segments.slice(0, length).filter((_, i) => address[i] === '[]');
  const head = fillRows(move.address, rows);
  return head && [...head, ...segments.slice(length)];
}

/**
 * Where a place of the old record, a list for one, stands in the new schema by
 * its moves and renames; undefined where rows cannot follow.
 */
export function movedPlace({ before, after, record }: Omit<MigrateInput, 'evidence'>, pointer: string): string | undefined {
  const segments = carried(record, parsePointer(pointer), diffSchemas(before, after));
  return segments && formatPointer(segments);
}

/**
 * Leads segments down the new schema: where a value became a list it enters as
 * row 0, where a list became a value its only row leaves it. Undefined where
 * there is no leaf at the end.
 */
function fitted(schema: FieldSchema, segments: Segments, isOnlyRow: (at: number) => boolean): Segments | undefined {
  const out: string[] = [];
  let node = schema;
  const enterLists = (): void => {
    for (; isListSchema(node); node = node.items) out.push('0');
  };
  for (const [at, segment] of segments.entries()) {
    const isRow = isRowSegment(segment);
    if (isRow && !isListSchema(node)) {
      if (!isOnlyRow(at)) return undefined;
      continue;
    }
    if (!isRow) enterLists();
    const next = isListSchema(node) ? node.items : propertyOf(node, segment);
    if (!next) return undefined;
    out.push(segment);
    node = next;
  }
  enterLists();
  return isLeafSchema(node) ? out : undefined;
}

/** Where a leaf of the old record stands in the new one; undefined where it has no place. */
function targetOf(input: MigrateInput, changes: readonly SchemaChange[], pointer: string): string | undefined {
  const old = parsePointer(pointer);
  const segments = carried(input.record, old, changes);
  if (!segments) return undefined;
  // Rows keep their order in a move, so the nth row number of one is that of the other.
  const listSizes = old.flatMap((_, i) => {
    const holder = valueAt(input.record, formatPointer(old.slice(0, i)));
    return isJsonList(holder) ? [holder.length] : [];
  });
  const rowNumbers = segments.flatMap((segment, at) => (isRowSegment(segment) ? [at] : []));
  const target = fitted(input.after, segments, (at) => listSizes[rowNumbers.indexOf(at)] === 1);
  return target && formatPointer(target);
}

type Growing = { [key: string]: Growing | Json } | (Growing | Json)[];

/** Sets a leaf, making the rows before it that nobody has set yet. */
function setLeaf(root: Growing, schema: RecordSchema, pointer: string, value: Json): void {
  const segments = parsePointer(pointer);
  let node: Growing = root;
  let nodeSchema: FieldSchema = schema;
  segments.forEach((segment, i) => {
    const childSchema = isListSchema(nodeSchema) ? nodeSchema.items : propertyOf(nodeSchema, segment);
    if (!childSchema) return;
    if (Array.isArray(node)) while (node.length <= Number(segment)) node.push(structuredClone(emptyValue(childSchema)));
    const holder = node as Record<string, Growing | Json>;
    if (i === segments.length - 1) holder[segment] = value;
    else node = holder[segment] as Growing;
    nodeSchema = childSchema;
  });
}

/** Empty objects and lists hold no leaf, and an empty leaf needs no place of its own. */
const isWorthKeeping = (value: Json): boolean => value !== null && value !== '';

/**
 * Carries a record and its evidence from one schema version to another. Keys
 * follow `diffSchemas` (moves, renames, list made or unmade); whatever has no
 * place in the new version is in `aside` with its boxes. Two values for one
 * place: the first stays, the other is set aside.
 */
export function migrateRecord(input: MigrateInput): MigratedRecord {
  const changes = diffSchemas(input.before, input.after);
  const record = structuredClone(emptyRecord(input.after)) as Growing;
  const evidence = new Map<string, readonly EvidenceBox[]>();
  const aside: SetAside[] = [];
  const moved: { from: string; to: string }[] = [];
  const leaves = leavesOf(input.record);
  const valued = new Set(leaves.map((leaf) => leaf.pointer));
  const boxesAt = (pointer: string): readonly EvidenceBox[] =>
    Object.hasOwn(input.evidence, pointer) ? (input.evidence[pointer] ?? []) : [];
  const taken = new Set<string>();
  for (const { pointer, value } of leaves) {
    const boxes = boxesAt(pointer);
    const target = targetOf(input, changes, pointer);
    if (target === undefined || taken.has(target)) {
      if (isWorthKeeping(value) || boxes.length > 0) aside.push({ pointer, value, boxes });
      continue;
    }
    taken.add(target);
    setLeaf(record, input.after, target, value);
    if (boxes.length > 0) evidence.set(target, boxes);
    if (target !== pointer) moved.push({ from: pointer, to: target });
  }
  for (const [pointer, boxes] of Object.entries(input.evidence)) {
    if (valued.has(pointer)) continue;
    const target = targetOf(input, changes, pointer);
    if (target !== undefined && !evidence.has(target)) evidence.set(target, boxes);
    else aside.push({ pointer, value: valueAt(input.record, pointer), boxes });
  }
  return { record: record as JsonObject, evidence: Object.fromEntries(evidence), aside, moved };
}
