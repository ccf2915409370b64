import type { EvidenceBox } from '../record/evidence';
import { isJsonList, isLeaf, type Json } from '../record/json';
import { valueAt } from '../record/pointer';
import type { FieldSchema, RecordSchema } from '../schema/types';
import { isLeafItem, fieldsOf, rowOfPointer } from './fields';
import type { AnnotationContent } from './content';
import type { Suggestions } from './contract';
import { acceptLeaf, addRow } from './field-edits';
import { isAnswered } from './leaf-text';
import { batch, type Operation } from './operation';
import { rowsAt } from './rows';

export interface SuggestedLeaf {
  readonly pointer: string;
  readonly value: Json;
  readonly boxes: readonly EvidenceBox[];
  /** 0–1; 0 where the model gave none. */
  readonly confidence: number;
}

export interface SuggestedRows {
  readonly list: string;
  readonly items: FieldSchema;
  readonly rowCount: number;
  /** Of its least certain leaf, 0–1. */
  readonly confidence: number;
  readonly leaves: readonly SuggestedLeaf[];
}

/** What a model suggests where the person has said nothing yet. */
export interface OpenSuggestions {
  readonly leaves: Readonly<Record<string, SuggestedLeaf>>;
  /** Lists without a row so far, by pointer. */
  readonly lists: Readonly<Record<string, SuggestedRows>>;
}

export const noSuggestions: OpenSuggestions = { leaves: {}, lists: {} };

function leafAt(suggestions: Suggestions, pointer: string): SuggestedLeaf | null {
  const value = valueAt(suggestions.record, pointer);
  if (!isLeaf(value) || !isAnswered(value)) return null;
  const confidence = suggestions.confidence[pointer] ?? 0;
  return { pointer, value, boxes: suggestions.evidence[pointer] ?? [], confidence };
}

/**
 * Suggestions for fields without an answer. A cell of a table is suggested only
 * while both tables have as many rows: otherwise row numbers do not match.
 */
export function openSuggestions(schema: RecordSchema, content: AnnotationContent, suggestions: Suggestions | null): OpenSuggestions {
  if (!suggestions) return noSuggestions;
  const items = fieldsOf(schema, content.record);
  const offered = fieldsOf(schema, suggestions.record).filter(isLeafItem);
  const rowCount = (list: string): number => rowsAt(suggestions.record, list).length;
  const leaves = items.filter(isLeafItem).flatMap(({ pointer, value }) => {
    const row = rowOfPointer(items, pointer);
    if (row && rowCount(row.list) !== rowsAt(content.record, row.list).length) return [];
    const leaf = isAnswered(value) ? null : leafAt(suggestions, pointer);
    return leaf ? [[pointer, leaf] as const] : [];
  });
  const lists = items.flatMap((item) => {
    const rows = valueAt(suggestions.record, item.pointer);
    if (item.kind !== 'list' || item.rowCount > 0 || !isJsonList(rows) || rows.length === 0) return [];
    const inside = offered.filter(({ pointer }) => pointer.startsWith(`${item.pointer}/`));
    const found = inside.flatMap(({ pointer }) => leafAt(suggestions, pointer) ?? []);
    const confidence = Math.min(1, ...found.map((leaf) => leaf.confidence));
    return [[item.pointer, { list: item.pointer, items: item.schema.items, rowCount: rows.length, confidence, leaves: found }] as const];
  });
  return { leaves: Object.fromEntries(leaves), lists: Object.fromEntries(lists) };
}

export const acceptSuggestion = ({ pointer, value, boxes }: SuggestedLeaf): Operation => acceptLeaf(pointer, value, boxes);

/** All suggested rows of a list that has none; keys that the schema lacks stay behind. */
export const acceptRows = ({ list, items, rowCount, leaves }: SuggestedRows): Operation =>
  batch(...Array.from({ length: rowCount }, (_, index) => addRow(list, items, index)), ...leaves.map(acceptSuggestion));

/** Everything suggested with at least this confidence; null for nothing. */
export function acceptAllFrom(open: OpenSuggestions, threshold: number): Operation | null {
  const sure = <T extends { readonly confidence: number }>(items: Readonly<Record<string, T>>): T[] =>
    Object.values(items).filter(({ confidence }) => confidence >= threshold);
  const operations = [...sure(open.leaves).map(acceptSuggestion), ...sure(open.lists).map(acceptRows)];
  return operations.length === 0 ? null : batch(...operations);
}
