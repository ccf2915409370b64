import { z } from 'zod';
import { queueStates, type QueueEntry, type QueueState, type QueueView } from '@/lib/core/annotation/contract';
import { weaveQueue } from '@/lib/core/assignment/personal-queue';
import { honeypotState, queueStateFor } from '@/lib/core/assignment/queue-state';
import { wantedAnnotators } from '@/lib/core/assignment/rules';
import { isLive } from '@/lib/core/assignment/seats';
import { loadRules, type ProjectRules } from '../../assignment/load-rules';
import { findAnnotators } from '../../repositories/annotator';
import { findHoneypots, type HoneypotRow } from '../../repositories/honeypot';
import { findQueue, type QueueRow } from '../../repositories/queue';
import { defineUseCase } from '../define-use-case';

interface Viewer {
  readonly userId: string;
  readonly rules: ProjectRules;
  readonly now: Date;
  /** Names of those who skipped something, by id. */
  readonly skippers: ReadonlyMap<string, { readonly name: string }>;
}

const weight = { accepted: 5, settled: 4, submitted: 3, returned: 2, draft: 1 } as const;

/** Whose annotation speaks for the document: the viewer's own, or else the furthest one. */
function leadingAnnotation({ annotations }: QueueRow, userId: string) {
  const begun = annotations.filter(({ state, revision }) => state !== 'draft' || revision > 0);
  return begun.find(({ annotatorId }) => annotatorId === userId) ?? begun.sort((a, b) => weight[b.state] - weight[a.state])[0];
}

function toEntry(row: QueueRow, { userId, rules, now, skippers }: Viewer): Omit<QueueEntry, 'position'> {
  const { documentId, name, kind, pageCount, skippedReason } = row;
  const leading = leadingAnnotation(row, userId);
  const wanted = wantedAnnotators(rules, documentId);
  return {
    documentId,
    name,
    kind,
    pageCount,
    state: queueStateFor(row, userId, wanted, now),
    isMine: leading?.annotatorId === userId,
    isSimulated: leading?.origin === 'simulated',
    annotatorName: leading?.annotatorName ?? null,
    skippedReason,
    skippedByName: row.skippedById === null ? null : (skippers.get(row.skippedById)?.name ?? null),
    wanted,
    presentNames: row.leases.filter((lease) => lease.userId !== userId && isLive(lease, now)).map(({ userName }) => userName),
  };
}

/** A honeypot in its annotator's queue: nothing of what others made of the document. */
function toHoneypotEntry(row: HoneypotRow, { rules }: Viewer): Omit<QueueEntry, 'position'> {
  const { documentId, name, kind, pageCount, skippedReason } = row;
  const state = honeypotState(row, rules.isReviewed, wantedAnnotators(rules, documentId));
  return {
    documentId, name, kind, pageCount, state, skippedReason,
    isMine: state !== 'waiting' && row.annotation !== null,
    isSimulated: false,
    annotatorName: null,
    skippedByName: null,
    wanted: wantedAnnotators(rules, documentId),
    presentNames: [],
  };
}

/** The labelling queue as the actor sees it, in the order of the picks, their open work first. */
export const listQueue = defineUseCase({
  name: 'list-queue',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string() }),
  run: async (actor, { projectId }): Promise<QueueView> => {
    const [rules, rows, honeypots] = await Promise.all([
      loadRules(projectId), findQueue(projectId), findHoneypots(projectId, actor.userId),
    ]);
    const skippers = await findAnnotators(rows.flatMap(({ skippedById }) => skippedById ?? []));
    const viewer = { userId: actor.userId, rules, now: new Date(), skippers };
    const rowOf = new Map(rows.map((row) => [row.documentId, row]));
    const honeypotOf = new Map(honeypots.map((row) => [row.documentId, row]));
    const entries = weaveQueue(rows, honeypots).flatMap(({ documentId }, index): QueueEntry[] => {
      const honeypot = honeypotOf.get(documentId);
      const row = rowOf.get(documentId);
      if (honeypot) return [{ ...toHoneypotEntry(honeypot, viewer), position: index + 1 }];
      return row ? [{ ...toEntry(row, viewer), position: index + 1 }] : [];
    });
    const isOpenMine = ({ isMine, state }: QueueEntry): boolean => isMine && (state === 'draft' || state === 'returned');
    const counts = Object.fromEntries(
      queueStates.map((state) => [state, entries.filter((entry) => entry.state === state).length]),
    ) as Record<QueueState, number>;
    return { entries: [...entries.filter(isOpenMine), ...entries.filter((entry) => !isOpenMine(entry))], counts };
  },
});
