import type { AnnotationContent } from './content';
import { contentHash } from './content-hash';
import { differenceBetween } from './difference';
import { applyNoted, type NotedOperation } from './noted-operation';
import { batch } from './operation';

/** What a save brings: the operations since its base, and the hash of what they give. */
export interface Save {
  readonly mutationId: string;
  readonly operations: readonly NotedOperation[];
  readonly contentHash: string;
  /** Sent where the operations did not give the same on the server; it counts then. */
  readonly content?: AnnotationContent;
}

/** What is stored: applied to the revision before, `operations` always give `content`. */
export interface TakenSave {
  readonly content: AnnotationContent;
  readonly operations: readonly NotedOperation[];
}

/** The whole of a content as one operation on what was there, under the save's own id. */
export const wholeAsSave = (mutationId: string, base: AnnotationContent, content: AnnotationContent): TakenSave => ({
  content,
  operations: [{ id: mutationId, operation: differenceBetween(base, content) }],
});

/** The ids stay taken; what they did together stands with the last of them. */
const joined = (operations: readonly NotedOperation[], base: AnnotationContent, content: AnnotationContent): NotedOperation[] =>
  operations.map(({ id }, at) => ({ id, operation: at === operations.length - 1 ? differenceBetween(base, content) : batch() }));

/**
 * The content after a save, and the operations to store with it; null where the
 * operations do not give what the browser holds and it sent only the hash.
 */
export function takeSave(base: AnnotationContent, save: Save): TakenSave | null {
  const { operations, content, mutationId } = save;
  const replayed = applyNoted(base, operations);
  if (replayed && contentHash(replayed) === save.contentHash) return { content: replayed, operations };
  if (!content) return null;
  return operations.length === 0 ? wholeAsSave(mutationId, base, content) : { content, operations: joined(operations, base, content) };
}
