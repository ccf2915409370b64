import type { Edited } from '@/lib/core/annotation/history';
import type { Side } from '@/lib/core/annotation/merge-remote';
import {
  acknowledgeSave, beginSave, canSend, loseConnection, meetConflict, noteEdit, refuseSave, retryRefused, settleConflict,
  type SyncState,
} from '@/lib/core/annotation/sync';
import type { LocalCopy } from './local-copy';
import { newId } from './new-id';
import type { OutgoingSave, SaveOutcome } from './send-save';

/** Pause after the last edit before a save goes out, in milliseconds. */
const settleMs = 400;
/** First and longest pause before a save without an answer is sent again. */
const retryMs = { first: 1_000, longest: 30_000 };

interface Options {
  readonly initial: SyncState;
  readonly local: LocalCopy;
  readonly send: (save: OutgoingSave) => Promise<SaveOutcome>;
  /** Every change; `isMerged` where the content now holds what somebody else saved. */
  readonly onChange: (sync: SyncState, isMerged: boolean) => void;
}

export interface Saver {
  readonly note: (edited: Pick<Edited, 'content' | 'operation' | 'joins'>) => void;
  /** Sends what waits now; resolves once nothing is owed or a person is needed. */
  readonly flush: () => Promise<SyncState>;
  readonly retry: () => void;
  readonly settle: (choices: Readonly<Record<string, Side>>) => void;
  readonly dispose: () => void;
}

/** Carries edits to the server one save at a time, in order; the rules are in `sync`. */
export function createSaver({ initial, local, send, onChange }: Options): Saver {
  let sync = initial;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let failures = 0;
  let isDisposed = false;

  const become = (next: SyncState, isMerged = false): void => {
    if (next === sync) return;
    sync = next;
    local.keep(sync);
    onChange(sync, isMerged);
  };
  const schedule = (delayMs: number): void => {
    clearTimeout(timer);
    if (canSend(sync) && !isDisposed) timer = setTimeout(() => void run(), delayMs);
  };
  const take = (outcome: SaveOutcome, mutationId: string): void => {
    failures = outcome.kind === 'no-answer' ? failures + 1 : 0;
    if (outcome.kind === 'saved') become(acknowledgeSave(sync, mutationId, outcome.revision));
    else if (outcome.kind === 'no-answer') become(loseConnection(sync));
    else if (outcome.kind === 'refused') become(refuseSave(sync, outcome.message));
    else {
      const { revision, content, taken } = outcome.theirs;
      become(meetConflict(sync, { revision, content, taken }, newId()), true);
    }
  };
  const sendOne = async (): Promise<boolean> => {
    become(beginSave(sync, newId()));
    const save = sync.inFlight;
    if (!save) return false;
    const outcome = await send({ ...save, baseRevision: sync.base.revision });
    take(outcome, save.mutationId);
    return outcome.kind !== 'no-answer';
  };
  const run = (): Promise<void> => {
    running ??= (async () => {
      clearTimeout(timer);
      while (canSend(sync) && (await sendOne()));
    })().finally(() => {
      running = null;
      if (failures > 0) schedule(Math.min(retryMs.longest, retryMs.first * 2 ** (failures - 1)));
    });
    return running;
  };
  const onOnline = (): void => void run();
  window.addEventListener('online', onOnline);
  if (canSend(sync)) schedule(0);
  return {
    note: ({ content, operation, joins }) => {
      become(noteEdit(sync, content, { id: newId(), operation }, joins));
      if (failures === 0) schedule(settleMs);
    },
    flush: async () => {
      await run();
      // An edit may have come while the last save was on its way.
      if (canSend(sync) && failures === 0) await run();
      return sync;
    },
    retry: () => {
      become(retryRefused(sync));
      void run();
    },
    settle: (choices) => {
      become(settleConflict(sync, choices, newId()), true);
      void run();
    },
    dispose: () => {
      clearTimeout(timer);
      window.removeEventListener('online', onOnline);
      isDisposed = true;
      void run().then(local.release);
    },
  };
}
