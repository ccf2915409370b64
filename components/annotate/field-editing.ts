import type { PageBox } from '@/lib/core/geometry/box';
import type { Word } from '@/lib/core/geometry/word';
import {
  addRow, clearField, extendField, fillField, moveRowBy, removeRowAt, replaceBoxes, typeText,
} from '@/lib/core/annotation/field-edits';
import { dropEmptyRows } from '@/lib/core/annotation/empty-rows';
import { fieldsOf, isLeafItem, stopBeside, rowOfPointer, type FieldItem } from '@/lib/core/annotation/fields';
import { fillFromWords } from '@/lib/core/annotation/fill-from-words';
import { isAnswered, textOfLeaf } from '@/lib/core/annotation/leaf-text';
import { acceptAllFrom, acceptRows, acceptSuggestion, openSuggestions } from '@/lib/core/annotation/suggestions';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import { isListSchema, type FieldSchema, type LeafSchema } from '@/lib/core/schema/types';
import { schemaAtPointer } from '@/lib/core/schema/schema-at';
import type { Session } from './session/create-session';

/** Suggestions at least this sure are taken by "accept all". */
export const sureFrom = 0.9;

/** Whether the text cursor is in a field: then it goes along to the next one. */
const isTypingInField = (): boolean => document.activeElement?.closest('[data-field]') !== null && document.activeElement !== null;

/** What a person does to the fields of one document, on the state as it is at that moment. */
export function fieldEditing(session: Session, view: AnnotationView) {
  const now = () => session.getState();
  const items = (): readonly FieldItem[] => fieldsOf(view.schema, now().content.record);
  const open = () => openSuggestions(view.schema, now().content, view.suggestions);
  const leafAt = (pointer: string | null) => items().filter(isLeafItem).find((leaf) => leaf.pointer === pointer);

  const focusField = (pointer: string): void => {
    const boxes = now().content.evidence[pointer] ?? open().leaves[pointer]?.boxes ?? [];
    const isHere = boxes.length === 0 || boxes.some(({ page }) => page === now().page);
    if (pointer === now().focus && isHere) return;
    session.change({ focus: pointer, ...(isHere ? {} : { page: boxes[0]?.page ?? now().page }) });
  };
  const goTo = (pointer: string | null, withCursor: boolean): void => {
    if (pointer === null) return;
    focusField(pointer);
    if (withCursor) session.moveCursor(pointer);
  };
  const step = (by: -1 | 1): void => goTo(stopBeside(items(), now().focus, by), isTypingInField());
  const rowInFocus = () => (now().focus === null ? null : rowOfPointer(items(), now().focus ?? ''));
  const firstLeafOf = (row: string): string | null =>
    items().filter(isLeafItem).find(({ pointer }) => pointer === row || pointer.startsWith(`${row}/`))?.pointer ?? null;

  const insertRow = (list: string, schema: FieldSchema, index: number): void => {
    session.apply(addRow(list, schema, index), { pointer: list });
    goTo(firstLeafOf(`${list}/${index}`), true);
  };
  const removeRow = (list: string, index: number): void => {
    session.apply(removeRowAt(list, index), { pointer: list });
    goTo(firstLeafOf(`${list}/${index}`) ?? firstLeafOf(`${list}/${index - 1}`), isTypingInField());
  };
  const moveRow = (list: string, index: number, by: -1 | 1): void => {
    const operation = moveRowBy(now().content, list, index, by);
    if (!operation) return;
    const rest = now().focus?.slice(`${list}/${index}`.length) ?? '';
    const isFollowed = rowInFocus()?.list === list && rowInFocus()?.index === index;
    session.apply(operation, { pointer: list });
    if (isFollowed) goTo(`${list}/${index + by}${rest}`, isTypingInField());
  };
  const accept = (pointer: string): void => {
    const suggestion = open().leaves[pointer];
    if (suggestion) session.apply(acceptSuggestion(suggestion), { pointer });
  };
  const takeWords = (words: readonly Word[], extend: boolean): void => {
    const fill = fillFromWords(now().page, words);
    const leaf = leafAt(extend ? (now().lastFilled ?? now().focus) : now().focus);
    if (!fill || !leaf) return;
    const { pointer, schema, value } = leaf;
    session.seal();
    session.apply(
      extend ? extendField(now().content, pointer, textOfLeaf(value), schema, fill) : fillField(pointer, schema, fill),
      { pointer },
    );
    session.change({ lastFilled: pointer });
    if (!extend) step(1);
  };
  const takeBox = (box: PageBox, inside: readonly Word[]): void => {
    const leaf = leafAt(now().focus);
    if (!leaf) return;
    const boxes = [{ page: now().page, box }];
    const fill = fillFromWords(now().page, inside);
    session.seal();
    session.apply(fill ? fillField(leaf.pointer, leaf.schema, { ...fill, boxes }) : replaceBoxes(leaf.pointer, boxes), leaf);
    session.change({ lastFilled: leaf.pointer });
  };
  return {
    focusField,
    step,
    insertRow,
    removeRow,
    moveRow,
    accept,
    takeWords,
    takeBox,
    goTo,
    type: (pointer: string, schema: LeafSchema, text: string) =>
      session.apply(typeText(pointer, schema, text), { pointer, tag: `type:${pointer}` }),
    clear: (pointer: string) => session.apply(clearField(pointer), { pointer }),
    takeRows: (list: string) => {
      const rows = open().lists[list];
      if (rows) session.apply(acceptRows(rows), { pointer: list });
    },
    acceptAll: () => {
      const operation = acceptAllFrom(open(), sureFrom);
      if (operation) session.apply(operation);
    },
    acceptAndNext: () => {
      const pointer = now().focus;
      if (pointer === null) return step(1);
      const leaf = leafAt(pointer);
      if (leaf && !isAnswered(leaf.value) && open().leaves[pointer]) accept(pointer);
      else if (!isTypingInField()) return session.moveCursor(pointer);
      return step(1);
    },
    addRowBelow: () => {
      const row = rowInFocus();
      const list = row?.list ?? items().find((item) => item.kind === 'list')?.pointer;
      const schema = list === undefined ? undefined : schemaAtPointer(view.schema, list);
      if (list === undefined || !schema || !isListSchema(schema)) return;
      const end = items().find((item) => item.kind === 'list' && item.pointer === list);
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
      const leaves = items().filter(isLeafItem);
      return (leaves.find(({ value }) => !isAnswered(value)) ?? leaves[0])?.pointer ?? null;
    },
  };
}
export type FieldEditing = ReturnType<typeof fieldEditing>;
