import { z } from 'zod';
import { queueStates, type QueueEntry, type QueueState, type QueueView } from '@/lib/core/annotation/contract';
import { findQueue, type QueueRow } from '../../repositories/queue';
import { defineUseCase } from '../define-use-case';

/** Whose annotation speaks for the document: the furthest one, and of equal ones the viewer's own. */
function leadingAnnotation(row: QueueRow, userId: string) {
  const weight = { accepted: 4, submitted: 3, returned: 2, draft: 1 } as const;
  const begun = row.document.annotations.filter(({ state, revision }) => state !== 'draft' || revision > 0);
  const own = (annotatorId: string): number => (annotatorId === userId ? 0.5 : 0);
  return begun.sort((a, b) => weight[b.state] + own(b.annotatorId) - weight[a.state] - own(a.annotatorId))[0];
}

function toEntry(row: QueueRow, userId: string, now: Date): QueueEntry {
  const leading = leadingAnnotation(row, userId);
  const isElsewhere = row.assigneeId !== null && row.assigneeId !== userId && row.leaseUntil !== null && row.leaseUntil > now;
  const isDone = leading?.state === 'accepted' || leading?.state === 'submitted';
  const idle: QueueState = isElsewhere ? 'elsewhere' : (leading?.state ?? 'waiting');
  return {
    documentId: row.documentId,
    name: row.document.name,
    kind: row.document.kind,
    pageCount: row.document.pageCount,
    position: row.position,
    state: isDone ? leading.state : row.skippedReason !== null ? 'skipped' : idle,
    isMine: leading?.annotatorId === userId,
    isSimulated: leading?.origin === 'simulated',
    annotatorName: leading?.annotator.name ?? null,
    skippedReason: row.skippedReason,
  };
}

/** The labelling queue in the order of the picks, the actor's open work first. */
export const listQueue = defineUseCase({
  name: 'list-queue',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string() }),
  run: async (actor, { projectId }): Promise<QueueView> => {
    const now = new Date();
    const entries = (await findQueue(projectId)).map((row) => toEntry(row, actor.userId, now));
    const isOpenMine = ({ isMine, state }: QueueEntry): boolean => isMine && (state === 'draft' || state === 'returned');
    const counts = Object.fromEntries(
      queueStates.map((state) => [state, entries.filter((entry) => entry.state === state).length]),
    ) as Record<QueueState, number>;
    return { entries: [...entries.filter(isOpenMine), ...entries.filter((entry) => !isOpenMine(entry))], counts };
  },
});
