import type { AnnotationContent } from '@/lib/core/annotation/content';
import type { FieldItem, LeafItem, ListItem } from '@/lib/core/annotation/fields';
import type { OpenSuggestions } from '@/lib/core/annotation/suggestions';
import type { ProposedTable } from '@/lib/core/tables/propose-table';
import { tableOf, type Table } from '@/lib/core/tables/table-columns';

/** What the panel draws from: the content, and what is known about each of its fields. */
export interface PanelModel {
  readonly items: readonly FieldItem[];
  readonly content: AnnotationContent;
  readonly warnings: Readonly<Record<string, string>>;
  readonly open: OpenSuggestions;
  readonly focus: string | null;
  /** Rows read off the page, waiting to be taken. */
  readonly proposal: { readonly table: Table; readonly proposal: ProposedTable } | null;
}

/** A piece of the panel from top to bottom: a field, a heading, or a whole table. */
export type PanelBlock =
  | { readonly kind: 'leaf'; readonly item: LeafItem }
  | { readonly kind: 'heading'; readonly item: Exclude<FieldItem, LeafItem> }
  | { readonly kind: 'table'; readonly item: ListItem; readonly table: Table; readonly cells: readonly LeafItem[] };

/** Items as blocks; what stands in a table belongs to it. */
export function blocksOf(items: readonly FieldItem[]): PanelBlock[] {
  const blocks: PanelBlock[] = [];
  let cells: LeafItem[] | null = null;
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

/** A pointer as people say it: "indicators row 2 result". */
export const spokenName = (pointer: string): string =>
  pointer
    .slice(1)
    .split('/')
    .map((segment) => (/^\d+$/.test(segment) ? `row ${Number(segment) + 1}` : segment.replaceAll('~1', '/').replaceAll('~0', '~')))
    .join(' ');

/** Everything that one leaf is drawn from, of values that compare by identity. */
export function leafProps(model: PanelModel, { pointer, label, schema, value }: LeafItem) {
  return {
    pointer,
    label,
    schema,
    value,
    source: model.content.provenance[pointer],
    boxCount: model.content.evidence[pointer]?.length ?? 0,
    suggestion: model.open.leaves[pointer],
    warning: model.warnings[pointer],
    isInFocus: model.focus === pointer,
  };
}
