import { markAbsent, isAbsent } from '@/lib/core/annotation/absent';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import { dropEmptyRows } from '@/lib/core/annotation/empty-rows';
import {
  addRow, clearField, extendField, fillField, moveRowBy, removeRowAt, typeOverSuggestion, typeText,
} from '@/lib/core/annotation/field-edits';
import { fieldsOf, isLeafItem, isStop, rowOfPointer, stopBeside, type FieldItem } from '@/lib/core/annotation/fields';
import { fillFromWords } from '@/lib/core/annotation/fill-from-words';
import { isAnswered, textOfLeaf } from '@/lib/core/annotation/leaf-text';
import { batch, type Operation } from '@/lib/core/annotation/operation';
import { markRestAbsent, notLookedAt } from '@/lib/core/annotation/questions';
import { acceptAllFrom, acceptRows, acceptSuggestion, offeredBy } from '@/lib/core/annotation/suggestions';
import { nextStop, type WalkOrder } from '@/lib/core/annotation/walk-order';
import type { Word } from '@/lib/core/geometry/word';
import { schemaAtPointer } from '@/lib/core/schema/schema-at';
import { isListSchema, type FieldSchema, type LeafSchema } from '@/lib/core/schema/types';
import type { TakeMode } from '@/lib/core/tools/types';
import { cellPointer, tableOf } from '@/lib/core/tables/table-columns';
import type { Readable } from '@/components/ui/store';
import { boxTaking } from './box-taking';
import type { PanelModel } from './fields/panel-model';
import type { RegionRequest } from './region-reading';
import type { Session } from './session/create-session';

/** How one person likes to work; kept by the browser. */
export interface EditingPreferences {
  readonly order: WalkOrder;
  /** Suggestions at least this sure are taken by "accept all", 0–1. */
  readonly sureFrom: number;
}

/** Whether the cursor is in a field or on a cell: then it goes along to the next one. */
const isInField = (): boolean => document.activeElement !== null && document.activeElement.closest('[data-field]') !== null;

/** What a person does to the fields of one document, on the state as it is at that moment. */
export function fieldEditing(session: Session, panel: Readable<PanelModel>, view: AnnotationView, preferences: () => EditingPreferences, readRegion: (request: RegionRequest) => void) {
  const offered = offeredBy(view.schema, view.suggestions);
  const now = () => session.getState();
  const items = (): readonly FieldItem[] => fieldsOf(view.schema, now().content.record);
  const open = () => panel.getState().open;
  const itemAt = (pointer: string | null) => items().find((item) => item.pointer === pointer);
  const leafAt = (pointer: string | null) => items().filter(isLeafItem).find((leaf) => leaf.pointer === pointer);

  const focusField = (pointer: string): void => {
    const boxes = now().content.evidence[pointer] ?? open().leaves[pointer]?.boxes ?? [];
    const isHere = boxes.length === 0 || boxes.some(({ page }) => page === now().page);
    if (pointer === now().focus && isHere) return;
    // Words added by Ctrl+click are for the field last filled only until another is looked at.
    const forget = pointer === now().focus ? {} : { lastFilled: null };
    session.change({ focus: pointer, ...forget, ...(isHere ? {} : { page: boxes[0]?.page ?? now().page }) });
  };
  const goTo = (pointer: string | null, withCursor: boolean): void => {
    if (pointer === null) return;
    focusField(pointer);
    if (withCursor) session.moveCursor(pointer);
  };
  const step = (by: -1 | 1): void => {
    const pointer = nextStop({ items: items(), offered, open: open(), order: preferences().order }, now().focus, by);
    goTo(pointer, isInField());
  };
  const rowInFocus = () => (now().focus === null ? null : rowOfPointer(items(), now().focus ?? ''));
  const firstLeafOf = (row: string): string | null =>
    items().filter(isLeafItem).find(({ pointer }) => pointer === row || pointer.startsWith(`${row}/`))?.pointer ?? null;

  const insertRow = (list: string, schema: FieldSchema, index: number): void => {
    session.apply(addRow(list, schema, index), { pointer: list });
    goTo(firstLeafOf(`${list}/${index}`), true);
  };
  const removeRow = (list: string, index: number): void => {
    session.apply(removeRowAt(list, index), { pointer: list });
    goTo(firstLeafOf(`${list}/${index}`) ?? firstLeafOf(`${list}/${index - 1}`) ?? list, isInField());
  };
  const moveRow = (list: string, index: number, by: -1 | 1): void => {
    const operation = moveRowBy(now().content, list, index, by);
    if (!operation) return;
    const rest = now().focus?.slice(`${list}/${index}`.length) ?? '';
    const isFollowed = rowInFocus()?.list === list && rowInFocus()?.index === index;
    session.apply(operation, { pointer: list });
    if (isFollowed) goTo(`${list}/${index + by}${rest}`, isInField());
  };
  const accept = (pointer: string): void => {
    const suggestion = open().leaves[pointer];
    if (suggestion) session.apply(acceptSuggestion(suggestion), { pointer });
  };
  const takeRows = (list: string): void => {
    const rows = open().lists[list];
    if (!rows) return;
    session.apply(acceptRows(rows), { pointer: list });
    if (now().focus === list) goTo(firstLeafOf(`${list}/0`), isInField());
  };
  const type = (pointer: string, schema: LeafSchema, text: string): void => {
    const { content } = now();
    const boxes = offered.leaves[pointer]?.boxes ?? [];
    const held = content.evidence[pointer];
    // Letters typed into a suggestion keep where it points, and it alone.
    const isOver = boxes.length > 0 && (held === boxes || (held === undefined && open().leaves[pointer] !== undefined));
    const operation = isOver ? typeOverSuggestion(pointer, schema, text, boxes) : typeText(pointer, schema, text);
    session.apply(operation, { pointer, tag: `type:${pointer}` });
  };
  const startRow = (list: string, fill: (pointer: string, schema: LeafSchema) => Operation): void => {
    const schema = schemaAtPointer(view.schema, list);
    const table = schema && isListSchema(schema) ? tableOf(list, schema) : null;
    const [first] = table?.columns ?? [];
    if (!table || !first) return;
    const pointer = cellPointer(table, 0, 0);
    session.apply(batch(addRow(list, table.schema.items, 0), fill(pointer, first.schema)), { pointer });
    session.change({ focus: pointer, lastFilled: pointer });
  };
  const takeWords = (words: readonly Word[], mode: TakeMode): void => {
    const fill = fillFromWords(now().page, words);
    // The line of a double click comes in place of the word of its first click.
    const { history, lastFilled } = now();
    if (mode === 'refill' && lastFilled !== null && history.past.at(-1)?.pointer === lastFilled) session.undo();
    const target = itemAt(mode === 'add' ? (now().lastFilled ?? now().focus) : now().focus);
    if (!fill || !target) return;
    session.seal();
    if (isLeafItem(target)) {
      const { pointer, schema, value } = target;
      session.apply(
        mode === 'add' ? extendField(now().content, pointer, textOfLeaf(value), schema, fill) : fillField(pointer, schema, fill),
        { pointer },
      );
      session.change({ lastFilled: pointer });
    } else if (isStop(target)) startRow(target.pointer, (pointer, schema) => fillField(pointer, schema, fill));
    else return;
    if (mode === 'add') return;
    const filled = now().lastFilled;
    step(1);
    session.change({ lastFilled: filled });
  };
  const setAbsent = (pointer: string): boolean => {
    const schema = schemaAtPointer(view.schema, pointer);
    const operation = schema && markAbsent(now().content, pointer, schema);
    if (operation) session.apply(operation, { pointer });
    return Boolean(operation);
  };
  return {
    focusField,
    step,
    insertRow,
    removeRow,
    moveRow,
    accept,
    takeRows,
    takeWords,
    ...boxTaking({ session, leafAt, readRegion }),
    goTo,
    type,
    clear: (pointer: string) => session.apply(clearField(pointer), { pointer }),
    apply: (operation: Operation, pointer: string) => {
      session.seal();
      session.apply(operation, { pointer });
    },
    /** Out of a table: from its first cell up, or from its last cell on. */
    leaveFrom: (pointer: string, by: -1 | 1) => goTo(stopBeside(items(), pointer, by), true),
    acceptAll: () => {
      const operation = acceptAllFrom(open(), preferences().sureFrom);
      if (operation) session.apply(operation);
    },
    acceptAndNext: () => {
      const pointer = now().focus;
      if (pointer === null) return step(1);
      const leaf = leafAt(pointer);
      if (leaf && !isAnswered(leaf.value) && open().leaves[pointer]) accept(pointer);
      else if (open().lists[pointer]) return takeRows(pointer);
      else if (!isInField()) return session.moveCursor(pointer);
      return step(1);
    },
    /** Says that the document lacks what is in focus, or takes that back. */
    toggleAbsent: () => {
      const pointer = now().focus;
      if (pointer === null) return;
      if (isAbsent(now().content, pointer)) session.apply(clearField(pointer), { pointer });
      else if (setAbsent(pointer)) step(1);
    },
    setAbsent,
    items,
    contentNow: () => now().content,
    notLookedAt: () => notLookedAt(items(), now().content),
    markRestAbsent: () => {
      const operation = markRestAbsent(items(), now().content);
      if (operation) session.apply(operation);
    },
    addRowBelow: () => {
      const row = rowInFocus();
      const inFocus = itemAt(now().focus);
      const list = row?.list ?? (inFocus?.kind === 'list' ? inFocus.pointer : items().find((item) => item.kind === 'list')?.pointer);
      const schema = list === undefined ? undefined : schemaAtPointer(view.schema, list);
      if (list === undefined || !schema || !isListSchema(schema)) return;
      const end = itemAt(list);
      insertRow(list, schema.items, row ? row.index + 1 : end?.kind === 'list' ? end.rowCount : 0);
    },
    removeRowInFocus: () => {
      const row = rowInFocus();
      if (row) removeRow(row.list, row.index);
    },
    moveRowInFocus: (by: -1 | 1) => {
      const row = rowInFocus();
      if (row) moveRow(row.list, row.index, by);
    },
    dropEmptyRows: () => {
      const operation = dropEmptyRows(view.schema, now().content);
      if (operation) session.apply(operation);
    },
    firstOpen: (): string | null => {
      const stops = items().filter(isStop);
      const isOpen = (item: FieldItem): boolean => !isAbsent(now().content, item.pointer) && !(isLeafItem(item) && isAnswered(item.value));
      return (stops.find(isOpen) ?? stops[0])?.pointer ?? null;
    },
  };
}
export type FieldEditing = ReturnType<typeof fieldEditing>;
