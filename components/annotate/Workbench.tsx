'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { isEditable, type AnnotationView } from '@/lib/core/annotation/contract';
import type { CanvasHandle } from '@/components/canvas/PageCanvas';
import classes from './annotate.module.css';
import { KeysHelp } from './commands/KeysHelp';
import type { LabelActions } from './commands/label-actions';
import { allLabelCommands } from './commands/label-commands';
import { useCommands } from './commands/use-commands';
import { DocumentStage } from './DocumentStage';
import { fieldEditing } from './field-editing';
import { type FieldActions, readOnlyActions } from './fields/field-actions';
import { HistoryDrawer } from './HistoryDrawer';
import { LabelHeader } from './LabelHeader';
import { LabelNotices } from './LabelNotices';
import { MergeDialog } from './MergeDialog';
import { ReasonDialog } from './ReasonDialog';
import type { Session } from './session/create-session';
import { useLeaveGuard, useSessionState } from './session/use-session';
import { useFieldsPlace } from './Split';
import { useDocumentFlow } from './use-document-flow';
import { usePanelModel } from './use-panel-model';

interface Props {
  readonly projectId: string;
  readonly view: AnnotationView;
  readonly session: Session;
  readonly onReload: () => void;
}

type OpenDialog = 'keys' | 'skip' | 'history' | null;
const skipReasons = ['Unreadable', 'Not a report', 'Other language', 'Needs an expert'];

/** One document being labelled. */
export function Workbench({ projectId, view, session, onReload }: Props) {
  const state = useSessionState(session);
  const canEdit = isEditable(view.annotation.state);
  const model = usePanelModel(view, state.content, state.focus, canEdit);
  const canvas = useRef<CanvasHandle>(null);
  const [fieldsPlace, setFieldsPlace] = useFieldsPlace();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const editing = useMemo(() => fieldEditing(session, view), [session, view]);
  const flow = useDocumentFlow(projectId, view, session, onReload);
  useLeaveGuard(session);
  useEffect(() => {
    if (canEdit) editing.goTo(editing.firstOpen(), true);
  }, [editing, canEdit]);

  const fieldActions = useMemo<FieldActions>(
    () =>
      canEdit
        ? {
            isReadOnly: false,
            onFocus: editing.focusField,
            onText: editing.type,
            onDone: session.seal,
            onAccept: editing.accept,
            onClear: editing.clear,
            onAddRow: editing.insertRow,
            onRemoveRow: editing.removeRow,
            onMoveRow: editing.moveRow,
            onTakeRows: editing.takeRows,
          }
        : readOnlyActions(editing.focusField),
    [canEdit, editing, session],
  );

  const when = <Args extends readonly unknown[]>(act: (...args: Args) => void) => (...args: Args): void => {
    if (canEdit) act(...args);
  };
  const turnTo = (page: number): void => session.change({ page: Math.min(view.pages.length - 1, Math.max(0, page)) });
  const actions: LabelActions = {
    submitAndNext: when(() => {
      editing.dropEmptyRows();
      flow.submitAndNext();
    }),
    goNextDocument: flow.goNext,
    goPreviousDocument: flow.goPrevious,
    skip: when(() => setDialog('skip')),
    saveNow: () => void session.flush(),
    showHistory: () => setDialog('history'),
    undo: when(session.undo),
    redo: when(session.redo),
    acceptAndNext: when(editing.acceptAndNext),
    acceptAll: when(editing.acceptAll),
    nextField: () => editing.step(1),
    previousField: () => editing.step(-1),
    editField: when(() => state.focus !== null && session.moveCursor(state.focus)),
    leave: () => {
      canvas.current?.cancel();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
    clearField: when(() => state.focus !== null && editing.clear(state.focus)),
    addRow: when(editing.addRowBelow),
    removeRow: when(editing.removeRowInFocus),
    moveRow: when(editing.moveRowInFocus),
    chooseTool: (tool) => session.change({ tool }),
    zoom: (factor) => canvas.current?.zoom(factor),
    fit: () => canvas.current?.fit(),
    turnPage: (step) => turnTo(state.page + step),
    placeFields: () => setFieldsPlace(fieldsPlace === 'beside' ? 'below' : 'beside'),
    showKeys: () => setDialog('keys'),
  };
  useCommands(allLabelCommands, actions);

  return (
    <div className={classes.workbench} data-commands>
      <LabelHeader view={view} sync={state.sync} history={state.history} actions={actions} canEdit={canEdit} isBusy={flow.isBusy} onRetry={session.retry} />
      <LabelNotices projectId={projectId} view={view} flow={flow} canEdit={canEdit} onLook={editing.focusField} />
      <DocumentStage
        projectId={projectId}
        document={view.document}
        pages={view.pages}
        page={state.page}
        tool={state.tool}
        model={model}
        actions={fieldActions}
        cursorWish={state.cursorWish}
        handle={canvas}
        onTool={actions.chooseTool}
        onZoom={actions.zoom}
        onFit={actions.fit}
        onPage={turnTo}
        onWords={editing.takeWords}
        onBox={editing.takeBox}
      />
      <KeysHelp commands={allLabelCommands} isOpen={dialog === 'keys'} onClose={() => setDialog(null)} />
      {dialog === 'skip' && (
        <ReasonDialog
          title={`Skip ${view.document.name}`}
          label="Why can it not be labelled?"
          confirm="Skip and go to the next"
          examples={skipReasons}
          onClose={() => setDialog(null)}
          onConfirm={flow.skip}
        />
      )}
      {dialog === 'history' && (
        <HistoryDrawer
          projectId={projectId}
          documentId={view.document.id}
          isEditable={canEdit}
          settledRevision={async () => (await session.flush()).base.revision}
          onClose={() => setDialog(null)}
          onRestored={onReload}
        />
      )}
      {state.sync.trouble?.kind === 'conflict' && (
        <MergeDialog conflicts={state.sync.trouble.conflicts} onSettle={session.settle} />
      )}
    </div>
  );
}
