import type { AnnotationContent } from '@/lib/core/annotation/content';
import type { FieldShape, LeafShape, ListItem } from '@/lib/core/annotation/fields';
import { isAnswered, textOfLeaf } from '@/lib/core/annotation/leaf-text';
import type { SuggestingModel } from '@/lib/core/annotation/suggesting-model';
import type { OpenSuggestions } from '@/lib/core/annotation/suggestions';
import { warningOf } from '@/lib/core/annotation/warnings';
import { valueAt } from '@/lib/core/record/pointer';
import type { LeafSchema, RecordSchema } from '@/lib/core/schema/types';
import type { ProposedTable } from '@/lib/core/tables/propose-table';
import { tableOf, type Table } from '@/lib/core/tables/table-columns';
import { translator } from '@/messages/translator';

/** Rows read off the page, waiting to be taken. */
export interface Proposal {
  readonly table: Table;
  readonly proposal: ProposedTable;
}

/** What the panel draws from: the content, and what is known about its fields. */
export interface PanelModel {
  readonly schema: RecordSchema;
  /** The same list as long as the fields are the same, whatever they say. */
  readonly items: readonly FieldShape[];
  readonly content: AnnotationContent;
  readonly open: OpenSuggestions;
  /** The model behind the suggestions; null where there are none. */
  readonly suggestedBy: SuggestingModel | null;
  readonly focus: string | null;
  readonly proposal: Proposal | null;
}

/** A piece of the panel from top to bottom: a field, a heading, or a whole table. */
export type PanelBlock =
  | { readonly kind: 'leaf'; readonly item: LeafShape }
  | { readonly kind: 'heading'; readonly item: Exclude<FieldShape, LeafShape> }
  | { readonly kind: 'table'; readonly item: ListItem; readonly table: Table; readonly cells: readonly LeafShape[] };

/** Items as blocks; what stands in a table belongs to it. */
export function blocksOf(items: readonly FieldShape[]): PanelBlock[] {
  const blocks: PanelBlock[] = [];
  let cells: LeafShape[] | null = null;
  let inside = '';
  for (const item of items) {
    if (cells && item.pointer.startsWith(inside)) {
      if (item.kind === 'leaf') cells.push(item);
      continue;
    }
    cells = null;
    const table = item.kind === 'list' ? tableOf(item.pointer, item.schema) : null;
    if (item.kind === 'leaf') blocks.push({ kind: 'leaf', item });
    else if (item.kind === 'list' && table) {
      cells = [];
      inside = `${item.pointer}/`;
      blocks.push({ kind: 'table', item, table, cells });
    } else blocks.push({ kind: 'heading', item });
  }
  return blocks;
}

const spoken = translator('annotate.spoken');

/** A pointer as people say it: "indicators row 2 result". */
export const spokenName = (pointer: string): string =>
  pointer
    .slice(1)
    .split('/')
    .map((segment) => (/^\d+$/.test(segment) ? spoken('row', { number: Number(segment) + 1 }) : segment.replaceAll('~1', '/').replaceAll('~0', '~')))
    .join(' ');

/** The state of a leaf beside its text: a letter more in a text changes none of it. */
export function leafState({ content, open, focus }: PanelModel, pointer: string, schema: LeafSchema) {
  const value = valueAt(content.record, pointer);
  const suggestion = open.leaves[pointer];
  return {
    answered: isAnswered(value),
    source: content.provenance[pointer],
    boxCount: content.evidence[pointer]?.length ?? 0,
    confidence: suggestion?.confidence ?? null,
    warning: warningOf(schema, value),
    isInFocus: focus === pointer,
  };
}

/** What the editor of a leaf shows. */
export function leafText({ content, open }: PanelModel, pointer: string, schema: LeafSchema) {
  const value = valueAt(content.record, pointer);
  const suggestion = open.leaves[pointer];
  return {
    value,
    suggested: suggestion ? textOfLeaf(suggestion.value) : null,
    isAbsent: content.provenance[pointer] === 'absent',
    warning: warningOf(schema, value),
  };
}
