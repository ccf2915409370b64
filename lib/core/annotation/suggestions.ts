import type { EvidenceBox } from '../record/evidence';
import { isJsonList, isLeaf, type Json } from '../record/json';
import { valueAt } from '../record/pointer';
import type { FieldSchema, RecordSchema } from '../schema/types';
import { isAbsent } from './absent';
import type { AnnotationContent } from './content';
import type { Suggestions } from './contract';
import { acceptLeaf, addRow } from './field-edits';
import { fieldsOf, isLeafItem, type FieldShape } from './fields';
import { isAnswered } from './leaf-text';
import { batch, type Operation } from './operation';
import { rowsAt } from './rows';
import { modelNameOf, type ModelName } from './suggesting-model';

export interface SuggestedLeaf {
  readonly pointer: string;
  readonly value: Json;
  readonly boxes: readonly EvidenceBox[];
  /** 0–1; 0 where the model gave none. */
  readonly confidence: number;
  readonly model: ModelName;
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

/** Everything that a model suggests for a document, whether a person has answered or not. */
export function offeredBy(schema: RecordSchema, suggestions: Suggestions | null): OpenSuggestions {
  if (!suggestions) return noSuggestions;
  const items = fieldsOf(schema, suggestions.record);
  const model = modelNameOf(suggestions.model);
  const leaves = items.filter(isLeafItem).flatMap(({ pointer, value }): SuggestedLeaf[] => {
    if (value === undefined || !isLeaf(value) || !isAnswered(value)) return [];
    return [{ pointer, value, boxes: suggestions.evidence[pointer] ?? [], confidence: suggestions.confidence[pointer] ?? 0, model }];
  });
  const lists = items.flatMap((item): SuggestedRows[] => {
    const rows = valueAt(suggestions.record, item.pointer);
    if (item.kind !== 'list' || !isJsonList(rows) || rows.length === 0) return [];
    const inside = leaves.filter(({ pointer }) => pointer.startsWith(`${item.pointer}/`));
    const confidence = Math.min(1, ...inside.map((leaf) => leaf.confidence));
    return [{ list: item.pointer, items: item.schema.items, rowCount: rows.length, confidence, leaves: inside }];
  });
  return {
    leaves: Object.fromEntries(leaves.map((leaf) => [leaf.pointer, leaf])),
    lists: Object.fromEntries(lists.map((rows) => [rows.list, rows])),
  };
}

/**
 * What of an offer is open: fields without an answer. A cell of a table is
 * suggested only while both tables have as many rows: otherwise row numbers do
 * not match.
 */
export function openOf(items: readonly FieldShape[], content: AnnotationContent, offered: OpenSuggestions): OpenSuggestions {
  if (offered === noSuggestions) return noSuggestions;
  const leaves = items.filter(isLeafItem).flatMap(({ pointer, row }) => {
    const leaf = offered.leaves[pointer];
    if (!leaf || isAnswered(valueAt(content.record, pointer)) || isAbsent(content, pointer)) return [];
    if (row && offered.lists[row.list]?.rowCount !== rowsAt(content.record, row.list).length) return [];
    return [[pointer, leaf] as const];
  });
  const lists = items.flatMap((item) => {
    const rows = offered.lists[item.pointer];
    return !rows || item.kind !== 'list' || item.rowCount > 0 || isAbsent(content, item.pointer) ? [] : [[item.pointer, rows] as const];
  });
  return { leaves: Object.fromEntries(leaves), lists: Object.fromEntries(lists) };
}

export const openSuggestions = (schema: RecordSchema, content: AnnotationContent, suggestions: Suggestions | null): OpenSuggestions =>
  openOf(fieldsOf(schema, content.record), content, offeredBy(schema, suggestions));

export const acceptSuggestion = ({ pointer, value, boxes, model }: SuggestedLeaf): Operation => acceptLeaf(pointer, value, boxes, model);

/** All suggested rows of a list that has none; keys that the schema lacks stay behind. */
export const acceptRows = ({ list, items, rowCount, leaves }: SuggestedRows): Operation =>
  batch(...Array.from({ length: rowCount }, (_, index) => addRow(list, items, index)), ...leaves.map(acceptSuggestion));

/** What is suggested with at least this confidence. */
export function sureFrom(open: OpenSuggestions, threshold: number): { readonly leaves: SuggestedLeaf[]; readonly lists: SuggestedRows[] } {
  const sure = <T extends { readonly confidence: number }>(items: Readonly<Record<string, T>>): T[] =>
    Object.values(items).filter(({ confidence }) => confidence >= threshold);
  return { leaves: sure(open.leaves), lists: sure(open.lists) };
}

/** Everything suggested with at least this confidence; null for nothing. */
export function acceptAllFrom(open: OpenSuggestions, threshold: number): Operation | null {
  const { leaves, lists } = sureFrom(open, threshold);
  const operations = [...leaves.map(acceptSuggestion), ...lists.map(acceptRows)];
  return operations.length === 0 ? null : batch(...operations);
}
