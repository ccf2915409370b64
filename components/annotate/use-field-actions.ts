'use client';

import { useMemo } from 'react';
import type { FieldEditing } from './field-editing';
import { readOnlyActions, type FieldActions } from './fields/field-actions';
import type { Session } from './session/create-session';
import type { TableAssist } from './use-table-assist';

/** What the field panel may ask for on this document. */
export function useFieldActions(session: Session, editing: FieldEditing, assist: TableAssist, canEdit: boolean): FieldActions {
  const { arm, take, drop, retarget } = assist;
  return useMemo<FieldActions>(
    () =>
      canEdit
        ? {
            isReadOnly: false,
            onFocus: editing.focusField,
            onText: editing.type,
            onDone: session.seal,
            onAccept: editing.accept,
            onClear: editing.clear,
            onAbsent: editing.setAbsent,
            onAddRow: editing.insertRow,
            onRemoveRow: editing.removeRow,
            onMoveRow: editing.moveRow,
            onTakeRows: editing.takeRows,
            onEdit: editing.apply,
            onLeave: editing.leaveFrom,
            onPropose: arm,
            onTakeProposal: take,
            onDropProposal: drop,
            onRetarget: retarget,
          }
        : readOnlyActions(editing.focusField),
    [canEdit, editing, session, arm, take, drop, retarget],
  );
}
