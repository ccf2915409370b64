import { createContext, useContext } from 'react';
import type { FieldSchema, LeafSchema } from '@/lib/core/schema/types';

/** What the field panel asks for; one stable object, so that fields need not be drawn again. */
export interface FieldActions {
  readonly isReadOnly: boolean;
  readonly onFocus: (pointer: string) => void;
  readonly onText: (pointer: string, schema: LeafSchema, text: string) => void;
  readonly onDone: () => void;
  readonly onAccept: (pointer: string) => void;
  readonly onClear: (pointer: string) => void;
  readonly onAddRow: (list: string, items: FieldSchema, index: number) => void;
  readonly onRemoveRow: (list: string, index: number) => void;
  readonly onMoveRow: (list: string, index: number, step: -1 | 1) => void;
  readonly onTakeRows: (list: string) => void;
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
  onAddRow: nothing,
  onRemoveRow: nothing,
  onMoveRow: nothing,
  onTakeRows: nothing,
});

const Context = createContext<FieldActions>(readOnlyActions(nothing));
export const FieldActionsProvider = Context.Provider;
export const useFieldActions = (): FieldActions => useContext(Context);
