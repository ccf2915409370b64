import type { PageBox } from '../geometry/box';
import type { ThreadView } from './threads';

/** A thread that is about a box on a page, as it is marked there. */
export interface Pin {
  readonly threadId: string;
  /** From 1, in the order in which the threads were begun: the same beside the page and on it. */
  readonly number: number;
  /** Counts from 0. */
  readonly page: number;
  readonly box: PageBox;
  readonly isResolved: boolean;
}

/** The threads about boxes, numbered. */
export function pinsOf(threads: readonly Pick<ThreadView, 'id' | 'page' | 'box' | 'createdAt' | 'resolvedAt'>[]): readonly Pin[] {
  const begun = threads.toSorted((a, b) => (a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1));
  return begun
    .flatMap(({ id, page, box, resolvedAt }) => (page === null || box === null ? [] : [{ threadId: id, page, box, isResolved: resolvedAt !== null }]))
    .map((pin, index) => ({ ...pin, number: index + 1 }));
}
