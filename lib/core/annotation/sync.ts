import type { AnnotationContent } from './content';
import { differenceBetween } from './difference';
import { mergeRemote, settleMerge, type MergeConflict, type Side } from './merge-remote';
import { applyNoted, type NotedOperation } from './noted-operation';
import { isSameJson } from './same-json';
import type { Json } from '../record/json';

interface Acknowledged {
  readonly revision: number;
  readonly content: AnnotationContent;
}

/** Operations in their order, and the content that they give. */
interface Owed {
  readonly content: AnnotationContent;
  readonly operations: readonly NotedOperation[];
}

/** A save on its way; its id makes a second delivery harmless. */
interface SaveInFlight extends Owed {
  readonly mutationId: string;
}

/** What the server holds where a save met something newer. */
export interface Theirs extends Acknowledged {
  /** Ids of operations of ours that are in it: an answer of before was lost. */
  readonly taken: readonly string[];
}

export type SyncTrouble =
  | { readonly kind: 'offline' }
  /** The server will not take it as it is; `message` says why. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'conflict'; readonly theirs: Theirs; readonly conflicts: readonly MergeConflict[] };

/**
 * What the server has, what is on its way, and what only this browser knows.
 * Kept in the browser's database at each change, so that a reload goes on from here.
 */
export interface SyncState {
  readonly base: Acknowledged;
  readonly inFlight: SaveInFlight | null;
  /** What was done since the last save was sent. */
  readonly pending: Owed | null;
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

/** What the server has not acknowledged, in its order. */
export const owedOperations = (state: SyncState): readonly NotedOperation[] => [
  ...(state.inFlight?.operations ?? []),
  ...(state.pending?.operations ?? []),
];

/** How many edits the server has not acknowledged. */
export const unsyncedEdits = (state: SyncState): number => owedOperations(state).length;

const isSameContent = (a: AnnotationContent, b: AnnotationContent): boolean =>
  isSameJson(a as unknown as Json, b as unknown as Json);

/**
 * A person changed something.
 * @param joins the operation replaces what the one before it wrote (letters of one word), unless that is on its way
 */
export function noteEdit(state: SyncState, content: AnnotationContent, noted: NotedOperation, joins = false): SyncState {
  const trouble = state.trouble?.kind === 'refused' ? null : state.trouble;
  const waiting = state.pending?.operations ?? [];
  const last = joins ? waiting.at(-1) : undefined;
  const operations = last ? waiting.with(-1, { id: last.id, operation: noted.operation }) : [...waiting, noted];
  return { ...state, trouble, pending: { content, operations } };
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

/** The operations go back to waiting, under their ids; another edit or a retry sends them in a new save. */
export function refuseSave(state: SyncState, message: string): SyncState {
  return { ...withdrawSave(state), trouble: { kind: 'refused', message } };
}

export const retryRefused = (state: SyncState): SyncState => ({ ...state, trouble: null });

function withdrawSave(state: SyncState): SyncState {
  const operations = owedOperations(state);
  return { ...state, inFlight: null, pending: operations.length > 0 ? { content: latestContent(state), operations } : null };
}

/** The three sides of a merge; operations of ours that the server has are common to both. */
function sidesOf(state: SyncState, { content: theirs, taken }: Theirs) {
  const shared = owedOperations(state).filter(({ id }) => taken.includes(id));
  return { base: applyNoted(state.base.content, shared) ?? state.base.content, mine: latestContent(state), theirs };
}

/**
 * Goes on from theirs. Operations that still give the merged content stay as
 * they are; otherwise one takes their place, under an id that is new.
 */
function rebase(state: SyncState, { revision, content: theirs, taken }: Theirs, merged: AnnotationContent, newId: string): SyncState {
  const base = { revision, content: theirs };
  if (isSameContent(merged, theirs)) return { base, inFlight: null, pending: null, trouble: null };
  const left = owedOperations(state).filter(({ id }) => !taken.includes(id));
  const replayed = applyNoted(theirs, left);
  const isTrue = left.length > 0 && replayed !== null && isSameContent(replayed, merged);
  const operations = isTrue ? left : [{ id: newId, operation: differenceBetween(theirs, merged) }];
  return { base, inFlight: null, pending: { content: merged, operations }, trouble: null };
}

/**
 * The server holds something newer. What both sides changed in different places
 * joins silently; the same place waits for the person.
 * @param newId for an operation that takes the place of others
 */
export function meetConflict(state: SyncState, theirs: Theirs, newId: string): SyncState {
  const merge = mergeRemote(sidesOf(state, theirs));
  if (merge.conflicts.length === 0) return rebase(state, theirs, merge.content, newId);
  return { ...withdrawSave(state), trouble: { kind: 'conflict', theirs, conflicts: merge.conflicts } };
}

/** The person chose, place by place. */
export function settleConflict(state: SyncState, choices: Readonly<Record<string, Side>>, newId: string): SyncState {
  if (state.trouble?.kind !== 'conflict') return state;
  const { theirs } = state.trouble;
  return rebase(state, theirs, settleMerge(sidesOf(state, theirs), choices), newId);
}
