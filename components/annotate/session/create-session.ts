import type { AnnotationContent } from '@/lib/core/annotation/content';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import { edit, emptyHistory, redo, sealHistory, undo, type Edited, type History } from '@/lib/core/annotation/history';
import type { Side } from '@/lib/core/annotation/merge-remote';
import type { Operation } from '@/lib/core/annotation/operation';
import { latestContent, startSync, type SyncState } from '@/lib/core/annotation/sync';
import type { CanvasTool } from '@/lib/core/tools/types';
import { createStore } from '@/components/ui/store';
import type { Proposal } from '../fields/panel-model';
import { createSaver } from '../saving/create-saver';
import { openLocalCopy } from '../saving/local-copy';
import { sendSave } from '../saving/send-save';

export interface SessionState {
  readonly content: AnnotationContent;
  readonly history: History;
  readonly sync: SyncState;
  /** Pointer of the field in focus. */
  readonly focus: string | null;
  /** Grows with each wish to move the text cursor into the field in focus. */
  readonly cursorWish: number;
  /** The field that words were last taken for: Ctrl+click adds to it. */
  readonly lastFilled: string | null;
  readonly page: number;
  readonly tool: CanvasTool;
  /** Rows read off the page, to be looked at before they are taken. */
  readonly proposal: Proposal | null;
}

export interface Session {
  readonly getState: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (part: Partial<Pick<SessionState, 'focus' | 'page' | 'tool' | 'lastFilled' | 'proposal'>>) => void;
  readonly apply: (operation: Operation, meta?: { readonly pointer?: string; readonly tag?: string }) => void;
  readonly seal: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly moveCursor: (pointer: string) => void;
  readonly flush: () => Promise<SyncState>;
  readonly retry: () => void;
  readonly settle: (choices: Readonly<Record<string, Side>>) => void;
  readonly dispose: () => void;
}

/** One document in the hands of one annotator: content, undo, and the way to the server. */
export async function createSession(projectId: string, view: AnnotationView): Promise<Session> {
  const { annotation, schemaVersion, document } = view;
  const address = {
    projectId,
    documentId: document.id,
    documentName: document.name,
    annotationId: annotation.id,
    schemaVersionId: schemaVersion.id,
  };
  const opened = await openLocalCopy(address, startSync(annotation.revision, view.content));
  const store = createStore<SessionState>({
    content: latestContent(opened.sync),
    history: emptyHistory,
    sync: opened.sync,
    focus: null,
    cursorWish: 0,
    lastFilled: null,
    page: 0,
    tool: 'select',
    proposal: null,
  });
  const { getState, change: become } = store;
  const saver = createSaver({
    initial: opened.sync,
    local: opened.local,
    send: (save) => sendSave(address, save),
    onChange: (sync, isMerged) =>
      // Steps of before a merge may name rows that are elsewhere now.
      become(isMerged ? { sync, content: latestContent(sync), history: emptyHistory } : { sync }),
  });
  const take = (edited: Edited | null): void => {
    if (!edited) return;
    become({ content: edited.content, history: edited.history, ...(edited.pointer ? { focus: edited.pointer } : {}) });
    saver.note(edited);
  };
  return {
    getState,
    subscribe: store.subscribe,
    change: become,
    apply: (operation, meta) => {
      const { content, history } = getState();
      const edited = edit(content, history, operation, meta);
      become({ content: edited.content, history: edited.history });
      saver.note(edited);
    },
    seal: () => {
      const { history } = getState();
      const sealed = sealHistory(history);
      if (sealed !== history) become({ history: sealed });
    },
    undo: () => take(undo(getState().content, getState().history)),
    redo: () => take(redo(getState().content, getState().history)),
    moveCursor: (pointer) => become({ focus: pointer, cursorWish: getState().cursorWish + 1 }),
    flush: saver.flush,
    retry: saver.retry,
    settle: saver.settle,
    dispose: saver.dispose,
  };
}
