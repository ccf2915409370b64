'use client';

import { Alert, Text } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { isEditable, type AnnotationView } from '@/lib/core/annotation/contract';
import type { CanvasHand, CanvasHandle } from '@/components/canvas/PageCanvas';
import { isSameParts, useStore } from '@/components/ui/store';
import { useCommands } from '@/components/commands/use-commands';
import classes from './annotate.module.css';
import type { LabelActions } from './commands/label-actions';
import { labelFixedKeys } from './commands/fixed-keys';
import { allLabelCommands } from './commands/label-commands';
import { DocumentStage } from './DocumentStage';
import { fieldEditing } from './field-editing';
import { FieldKeysProvider } from './fields/FieldKey';
import { spokenName } from './fields/panel-model';
import { usePins } from '@/components/review/use-pins';
import { useThreads } from '@/components/review/use-threads';
import { createPanelStore } from './fields/panel-store';
import { ReadingProvider } from './fields/reading-context';
import { FieldSearch, openFieldSearch } from './FieldSearch';
import { HistoryDrawer } from './HistoryDrawer';
import { LabelHeader } from './LabelHeader';
import { LabelNotices } from './LabelNotices';
import { MergeDialog } from './MergeDialog';
import { ReasonDialog } from './ReasonDialog';
import type { Session, SessionState } from './session/create-session';
import { useLeaveGuard } from './session/use-session';
import { useFieldsPlace } from './Split';
import { SubmitQuestion } from './SubmitQuestion';
import { useBoxActions } from './use-box-actions';
import { useDocumentFlow } from './use-document-flow';
import { useFieldActions } from './use-field-actions';
import { usePages } from './use-pages';
import { usePreferences } from './use-preferences';
import { useRegionReading } from './use-region-reading';
import { useSubmitQuestion } from './use-submit-question';
import { useTableAssist } from './use-table-assist';
import { useWordChoice } from './use-word-choice';

interface Props {
  readonly projectId: string;
  readonly view: AnnotationView;
  readonly session: Session;
  readonly onReload: () => void;
}

type OpenDialog = 'skip' | 'history' | null;
const skipReasons = ['unreadable', 'notReport', 'language', 'expert'] as const;

/** What the frame of the workbench shows: nothing of what a letter changes. */
const shownOf = ({ focus, page, tool, cursorWish, history, sync }: SessionState) => ({
  focus, page, tool, cursorWish,
  canUndo: history.past.length > 0,
  canRedo: history.future.length > 0,
  conflicts: sync.trouble?.kind === 'conflict' ? sync.trouble.conflicts : null,
});

/** One document being labelled. */
export function Workbench({ projectId, view, session, onReload }: Props) {
  const t = useTranslations('annotate.workbench');
  const canEdit = isEditable(view.annotation.state);
  const panel = useMemo(() => createPanelStore(view, session, canEdit), [view, session, canEdit]);
  const state = useStore(session, shownOf, isSameParts);
  const pages = usePages(projectId, view, state.page);
  const wordless = useStore(pages, ({ failed }) => failed);
  const canvas = useRef<CanvasHandle>(null);
  const [fieldsPlace, setFieldsPlace] = useFieldsPlace();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const regions = useRegionReading(projectId, view.document.id, session);
  const preferences = usePreferences();
  const editing = useMemo(() => fieldEditing(session, panel, view, preferences.read, regions.read), [session, panel, view, preferences.read, regions.read]);
  const assist = useTableAssist(session, view, editing, pages);
  const boxes = useBoxActions({ session, pages, editing, canvas, canEdit });
  const flow = useDocumentFlow(projectId, view, session, onReload);
  const choice = useWordChoice({ session, pages, panel, editing, canEdit });
  const question = useSubmitQuestion({ editing, session, submit: flow.submitAndNext });
  useLeaveGuard(session);
  useEffect(() => {
    if (canEdit) editing.goTo(editing.firstOpen(), true);
  }, [editing, canEdit]);

  const fieldActions = useFieldActions(session, editing, assist, canEdit);
  const { takeRegion } = assist;
  const hand: CanvasHand = {
    ...boxes.hand,
    onWords: state.focus === null ? choice.onWords : boxes.hand.onWords,
    onBox: (drawn) => void (takeRegion(drawn.words) || boxes.hand.onBox(drawn)),
  };

  const when = <Args extends readonly unknown[]>(act: (...args: Args) => void) => (...args: Args): void => {
    if (canEdit) act(...args);
  };
  const turnTo = (page: number): void => session.change({ page: Math.min(view.pages.length - 1, Math.max(0, page)) });
  const { threads } = useThreads(projectId, [view.annotation.id]);
  const pins = usePins({ threads, page: state.page, onPage: turnTo });
  const actions: LabelActions = {
    submitAndNext: when(question.begin),
    goNextDocument: flow.goNext,
    goPreviousDocument: flow.goPrevious,
    skip: when(() => setDialog('skip')),
    saveNow: () => void session.flush(),
    showHistory: () => setDialog('history'),
    undo: when(session.undo),
    redo: when(session.redo),
    acceptAndNext: when(() => (session.getState().proposal ? assist.take() : editing.acceptAndNext())),
    acceptAll: when(editing.acceptAll),
    nextField: () => editing.step(1),
    previousField: () => editing.step(-1),
    editField: when(() => state.focus !== null && session.moveCursor(state.focus)),
    leave: () => {
      if (question.left.length > 0) return question.close();
      if (session.getState().proposal || assist.state.armed !== null || assist.state.message !== null) return assist.drop();
      if (choice.words.length > 0) return choice.drop();
      canvas.current?.cancel();
      if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body) document.activeElement.blur();
      // Out of the field first, then out of its boxes, then no field is in focus: words are chosen before their field.
      else if (boxes.chosen.length === 0) session.change({ focus: null });
      boxes.letGo();
    },
    absent: when(editing.toggleAbsent),
    proposeRows: when(() => assist.arm()),
    clearField: when(() => state.focus !== null && editing.clear(state.focus)),
    addRow: when(editing.addRowBelow),
    removeRow: when(editing.removeRowInFocus),
    moveRow: when(editing.moveRowInFocus),
    chooseTool: (tool) => session.change({ tool }),
    zoom: (factor) => canvas.current?.zoom(factor),
    fit: () => canvas.current?.fit(),
    turnView: () => canvas.current?.turn(1),
    boxes: boxes.actions,
    turnPage: (step) => turnTo(state.page + step),
    placeFields: () => setFieldsPlace(fieldsPlace === 'beside' ? 'below' : 'beside'),
    findField: openFieldSearch,
    words: choice.actions,
    locked: canEdit ? null : t('annotationClosedCanOnly'),
    canUndo: state.canUndo,
    canRedo: state.canRedo,
    hasNext: view.place === null || view.place.nextId !== null,
    hasPrevious: view.place !== null && view.place.previousId !== null,
  };
  useCommands(allLabelCommands, actions, labelFixedKeys);

  return (
    <div className={classes.workbench} data-commands>
      <LabelHeader view={view} session={session} actions={actions} canEdit={canEdit} isBusy={flow.isBusy} />
      <LabelNotices projectId={projectId} view={view} flow={flow} canEdit={canEdit} pins={pins} onLook={editing.focusField} />
      {regions.problem !== null && (
        <Alert className={classes.notice} color="orange" role="status">
          <Text size="sm">{regions.problem}</Text>
        </Alert>
      )}
      {wordless !== null && (
        <Alert className={classes.notice} color="orange" role="status">
          <Text size="sm">{t('wordsNotLoaded', { page: wordless + 1 })}</Text>
        </Alert>
      )}
      {(assist.state.armed !== null || assist.state.message !== null) && (
        <Alert className={classes.notice} color="teal" role="status">
          <Text size="sm">{assist.state.message ?? t('dragOverTable', { field: spokenName(assist.state.armed ?? '') })}</Text>
        </Alert>
      )}
      <SubmitQuestion left={question.left} onMarkAbsent={question.markAbsent} onGoBack={question.goBack} />
      <ReadingProvider value={regions.pointers}>
      <FieldKeysProvider value={choice.fieldKeys}>
      <DocumentStage
        projectId={projectId}
        document={view.document}
        pages={pages}
        page={state.page}
        tool={state.tool}
        panel={panel}
        actions={fieldActions}
        cursorWish={state.cursorWish}
        handle={canvas}
        onTool={actions.chooseTool}
        onZoom={actions.zoom}
        onFit={actions.fit}
        onPage={turnTo}
        hand={hand}
        pins={pins}
        preferences={canEdit ? preferences : undefined}
        onAcceptAll={actions.acceptAll}
        chosen={boxes.chosen}
        words={choice.boxes}
        reading={regions.boxesOn(state.page)}
      />
      </FieldKeysProvider>
      </ReadingProvider>
      <FieldSearch
        items={editing.items}
        hasWords={choice.words.length > 0}
        onChoose={(pointer) => (choice.words.length > 0 ? choice.put(pointer) : editing.goTo(pointer, true))}
      />
      {dialog === 'skip' && (
        <ReasonDialog
          title={t('skip', { name: view.document.name })}
          label={t('whyCanNotLabelled')}
          confirm={t('skipAndGo')}
          examples={skipReasons.map((reason) => t(`reasons.${reason}`))}
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
      {state.conflicts && (
        <MergeDialog conflicts={state.conflicts} onSettle={session.settle} />
      )}
    </div>
  );
}
