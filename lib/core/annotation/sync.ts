import type { AnnotationContent } from './content';
import { mergeRemote, settleMerge, type MergeConflict, type Side } from './merge-remote';
import { isSameJson } from './same-json';
import type { Json } from '../record/json';

interface Acknowledged {
  readonly revision: number;
  readonly content: AnnotationContent;
}

/** A save on its way; its id makes a second delivery harmless. */
interface SaveInFlight {
  readonly mutationId: string;
  readonly content: AnnotationContent;
  readonly edits: number;
}

export type SyncTrouble =
  | { readonly kind: 'offline' }
  /** The server will not take it as it is; `message` says why. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'conflict'; readonly theirs: Acknowledged; readonly conflicts: readonly MergeConflict[] };

/**
 * What the server has, what is on its way, and what only this browser knows.
 * Kept in the browser's database at each change, so that a reload goes on from here.
 */
export interface SyncState {
  readonly base: Acknowledged;
  readonly inFlight: SaveInFlight | null;
  /** The newest content where it differs from what was last sent. */
  readonly pending: { readonly content: AnnotationContent; readonly edits: number } | null;
  readonly trouble: SyncTrouble | null;
}

export const startSync = (revision: number, content: AnnotationContent): SyncState => ({
  base: { revision, content },
  inFlight: null,
  pending: null,
  trouble: null,
});

export const latestContent = (state: SyncState): AnnotationContent =>
  state.pending?.content ?? state.inFlight?.content ?? state.base.content;

/** Edits that the server has not acknowledged. */
export const unsyncedEdits = (state: SyncState): number => (state.inFlight?.edits ?? 0) + (state.pending?.edits ?? 0);

const isSameContent = (a: AnnotationContent, b: AnnotationContent): boolean =>
  isSameJson(a as unknown as Json, b as unknown as Json);

/** A person changed something. */
export function noteEdit(state: SyncState, content: AnnotationContent): SyncState {
  const trouble = state.trouble?.kind === 'refused' ? null : state.trouble;
  return { ...state, trouble, pending: { content, edits: (state.pending?.edits ?? 0) + 1 } };
}

/** Whether a save may be sent: something waits, or one was interrupted and is sent again. */
export const canSend = (state: SyncState): boolean =>
  (state.inFlight !== null || state.pending !== null) && state.trouble?.kind !== 'conflict' && state.trouble?.kind !== 'refused';

/** The next save; one that was interrupted goes again under its own id. */
export function beginSave(state: SyncState, mutationId: string): SyncState {
  if (state.inFlight || !state.pending) return state;
  return { ...state, inFlight: { mutationId, ...state.pending }, pending: null };
}

export function acknowledgeSave(state: SyncState, mutationId: string, revision: number): SyncState {
  if (state.inFlight?.mutationId !== mutationId) return state;
  return { ...state, base: { revision, content: state.inFlight.content }, inFlight: null, trouble: null };
}

/** No answer: it may have arrived, so the same save is sent again. */
export const loseConnection = (state: SyncState): SyncState => ({ ...state, trouble: { kind: 'offline' } });

/** The content goes back to waiting; another edit or a retry sends it under a new id. */
export function refuseSave(state: SyncState, message: string): SyncState {
  return { ...withdrawSave(state), trouble: { kind: 'refused', message } };
}

export const retryRefused = (state: SyncState): SyncState => ({ ...state, trouble: null });

function withdrawSave(state: SyncState): SyncState {
  const edits = unsyncedEdits(state);
  return { ...state, inFlight: null, pending: edits > 0 ? { content: latestContent(state), edits } : null };
}

function rebase(state: SyncState, theirs: Acknowledged, content: AnnotationContent): SyncState {
  const pending = isSameContent(content, theirs.content) ? null : { content, edits: Math.max(1, unsyncedEdits(state)) };
  return { base: theirs, inFlight: null, pending, trouble: null };
}

/**
 * The server holds something newer. What both sides changed in different places
 * joins silently; the same place waits for the person.
 */
export function meetConflict(state: SyncState, theirs: Acknowledged): SyncState {
  const mine = latestContent(state);
  const merge = mergeRemote({ base: state.base.content, mine, theirs: theirs.content });
  if (merge.conflicts.length === 0) return rebase(state, theirs, merge.content);
  return { ...withdrawSave(state), trouble: { kind: 'conflict', theirs, conflicts: merge.conflicts } };
}

/** The person chose, place by place. */
export function settleConflict(state: SyncState, choices: Readonly<Record<string, Side>>): SyncState {
  if (state.trouble?.kind !== 'conflict') return state;
  const { theirs } = state.trouble;
  const sides = { base: state.base.content, mine: latestContent(state), theirs: theirs.content };
  return rebase(state, theirs, settleMerge(sides, choices));
}
