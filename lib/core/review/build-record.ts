import type { AnnotationContent, ProvenanceSource } from '../annotation/content';
import type { EvidenceBox } from '../record/evidence';
import { isJsonObject, type Json, type Leaf } from '../record/json';
import { formatPointer, parsePointer } from '../record/pointer';
import { propertyOf, rowsOf } from '../schema/schema-at';
import { isListSchema, type FieldSchema, type RecordSchema } from '../schema/types';

/** A leaf and where it is to stand; row numbers may have gaps. */
export interface PlacedLeaf {
  /** JSON Pointer. */
  readonly place: string;
  /** No rows where a list is said to be absent. */
  readonly value: Leaf | readonly [];
  readonly boxes: readonly EvidenceBox[];
  readonly source: ProvenanceSource | undefined;
}

interface Placed {
  readonly leaf: PlacedLeaf;
  readonly segments: readonly string[];
}

type Arrived = (pointer: string, leaf: PlacedLeaf) => void;

function build(schema: FieldSchema | undefined, leaves: readonly Placed[], at: readonly (string | number)[], arrived: Arrived): Json {
  const depth = at.length;
  const end = leaves.find(({ segments }) => segments.length === depth);
  if (end) {
    arrived(formatPointer(at), end.leaf);
    return end.leaf.value;
  }
  const groups = new Map<string, Placed[]>();
  for (const leaf of leaves) {
    const segment = leaf.segments[depth] ?? '';
    groups.set(segment, [...(groups.get(segment) ?? []), leaf]);
  }
  if (schema && isListSchema(schema)) {
    // "Absent" alone makes no row.
    const rows = [...groups].filter(([, group]) => group.some(({ leaf }) => leaf.source !== 'absent')).sort(([a], [b]) => Number(a) - Number(b));
    return rows.map(([, group], row) => build(rowsOf(schema), group, [...at, row], arrived));
  }
  return Object.fromEntries([...groups].map(([key, group]) => [key, build(schema && propertyOf(schema, key), group, [...at, key], arrived)]));
}

/** The record that has these leaves and no other, rows numbered without gaps, with their marks. */
export function buildRecord(leaves: readonly PlacedLeaf[], schema: RecordSchema): AnnotationContent {
  const evidence: Record<string, readonly EvidenceBox[]> = {};
  const provenance: Record<string, ProvenanceSource> = {};
  const placed = leaves.map((leaf) => ({ leaf, segments: parsePointer(leaf.place) }));
  const record = build(schema, placed, [], (pointer, { boxes, source }) => {
    if (boxes.length > 0) evidence[pointer] = boxes;
    if (source !== undefined) provenance[pointer] = source;
  });
  return { record: isJsonObject(record) ? record : {}, evidence, provenance };
}
