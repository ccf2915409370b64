import { createContext, useContext } from 'react';
import type { Operation } from '@/lib/core/annotation/operation';
import type { FieldSchema, LeafSchema } from '@/lib/core/schema/types';

/** What the field panel asks for; one stable object, so that fields need not be drawn again. */
export interface FieldActions {
  readonly isReadOnly: boolean;
  readonly onFocus: (pointer: string) => void;
  readonly onText: (pointer: string, schema: LeafSchema, text: string) => void;
  readonly onDone: () => void;
  readonly onAccept: (pointer: string) => void;
  readonly onClear: (pointer: string) => void;
  readonly onAbsent: (pointer: string) => void;
  readonly onAddRow: (list: string, items: FieldSchema, index: number) => void;
  readonly onRemoveRow: (list: string, index: number) => void;
  readonly onMoveRow: (list: string, index: number, step: -1 | 1) => void;
  readonly onTakeRows: (list: string) => void;
  /** One step of undo on a table: paste, fill down, clear. */
  readonly onEdit: (operation: Operation, pointer: string) => void;
  /** Out of a table, from its first or last cell. */
  readonly onLeave: (pointer: string, step: -1 | 1) => void;
  /** The next box drawn is a region to read rows from. */
  readonly onPropose: (list: string) => void;
  readonly onTakeProposal: () => void;
  readonly onDropProposal: () => void;
  /** A column of the page is this column of the list, or none. */
  readonly onRetarget: (at: number, target: number | null) => void;
}

const nothing = (): void => undefined;

/** A panel to read: focus still shows where a value stands. */
export const readOnlyActions = (onFocus: (pointer: string) => void): FieldActions => ({
  isReadOnly: true,
  onFocus,
  onText: nothing,
  onDone: nothing,
  onAccept: nothing,
  onClear: nothing,
  onAbsent: nothing,
  onAddRow: nothing,
  onRemoveRow: nothing,
  onMoveRow: nothing,
  onTakeRows: nothing,
  onEdit: nothing,
  onLeave: nothing,
  onPropose: nothing,
  onTakeProposal: nothing,
  onDropProposal: nothing,
  onRetarget: nothing,
});

const Context = createContext<FieldActions>(readOnlyActions(nothing));
export const FieldActionsProvider = Context.Provider;
export const useFieldActions = (): FieldActions => useContext(Context);
