import { applyOperation } from './apply-operation';
import type { AnnotationContent } from './content';
import type { Operation } from './operation';

/** One step that a person can undo: operations, never copies of the record. */
interface HistoryStep {
  readonly forward: Operation;
  readonly back: Operation;
  /** The field to look at after undo or redo. */
  readonly pointer: string | null;
  /**
   * Steps in a row with the same tag are one: the letters of a word. Operations
   * of one tag must each replace what the one before it wrote.
   */
  readonly tag: string | null;
}

export interface History {
  readonly past: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
}

export const emptyHistory: History = { past: [], future: [] };

/** Steps kept; older ones cannot be undone any more. */
export const historyLimit = 500;

export interface Edited {
  readonly content: AnnotationContent;
  readonly history: History;
  readonly pointer: string | null;
  /** What was applied now. */
  readonly operation: Operation;
  /** It went into the step before it and replaces what that one's last operation wrote. */
  readonly joins: boolean;
}

interface EditMeta {
  readonly pointer?: string | null;
  readonly tag?: string | null;
}

/**
 * Applies an operation as a step that can be undone; forgets what was undone before.
 * @throws RangeError for a row that the list does not have.
 */
export function edit(content: AnnotationContent, history: History, operation: Operation, meta: EditMeta = {}): Edited {
  const { pointer = null, tag = null } = meta;
  const applied = applyOperation(content, operation);
  const last = history.past.at(-1);
  const joins = tag !== null && last?.tag === tag && history.future.length === 0;
  const step: HistoryStep = { forward: operation, back: joins ? last.back : applied.inverse, pointer, tag };
  const past = joins ? history.past.with(-1, step) : [...history.past, step].slice(-historyLimit);
  return { content: applied.content, history: { past, future: [] }, pointer, operation, joins };
}

/** Ends the running step: the next edit with the same tag is a step of its own. */
export function sealHistory(history: History): History {
  const last = history.past.at(-1);
  return last?.tag ? { ...history, past: history.past.with(-1, { ...last, tag: null }) } : history;
}

/** Takes the last step back; null where there is none. */
export function undo(content: AnnotationContent, history: History): Edited | null {
  const step = history.past.at(-1);
  if (!step) return null;
  return {
    content: applyOperation(content, step.back).content,
    history: { past: history.past.slice(0, -1), future: [step, ...history.future] },
    pointer: step.pointer,
    operation: step.back,
    joins: false,
  };
}

/** Does the last undone step again; null where there is none. */
export function redo(content: AnnotationContent, history: History): Edited | null {
  const [step, ...future] = history.future;
  if (!step) return null;
  return {
    content: applyOperation(content, step.forward).content,
    history: { past: [...history.past, { ...step, tag: null }], future },
    pointer: step.pointer,
    operation: step.forward,
    joins: false,
  };
}
