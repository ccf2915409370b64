import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/core/access/roles';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import { isTerminal } from '@/lib/core/round/state-machine';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { db } from '@/lib/server/db/client';
import { simulateAnnotations } from '@/lib/server/use-cases/annotations/simulate-annotations';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { findProject } from '@/lib/server/repositories/project';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { commitSelection } from '@/lib/server/use-cases/selection/commit-selection';
import { runSelection } from '@/lib/server/use-cases/selection/run-selection';
import { pollUntil } from './poll';

export const demoProjectId = 'demo';

export async function ensureDemoProject(admin: Actor): Promise<void> {
  if (await findProject(demoProjectId)) return;
  await createProject(admin, {
    id: demoProjectId,
    name: 'Demo: medical reports',
    isDemo: true,
    schema: medicalReportSchema,
  });
}

/**
 * Picks and queues as many documents as asked for in the project's first
 * selection, or further ones in the second, unless that was done before.
 * @returns how many documents that selection put into the queue.
 */
export async function ensurePicks(lead: Actor, which: 1 | 2, count: number): Promise<number> {
  const before = await db().selection.findMany({
    where: { projectId: demoProjectId, state: 'committed' },
    orderBy: { number: 'asc' },
    select: { _count: { select: { picks: true } } },
  });
  const done = before[which - 1];
  if (done) return done._count.picks;
  // A patient of the demo owns up to four reports.
  const selection = await runSelection(lead, { projectId: demoProjectId, count, constraints: { maxPerGroup: 2 } });
  return (await commitSelection(lead, { projectId: demoProjectId, selectionId: selection.id })).queued;
}

/** Labels the first selection, a document at a time, through the use cases that people use. */
export async function labelPicks(lead: Actor, total: number, onDone: (done: number) => void): Promise<void> {
  const labelled = (): Promise<number> =>
    db().document.count({ where: { projectId: demoProjectId, queueItem: { isNot: null }, goldAnnotationId: { not: null } } });
  for (let done = await labelled(); done < total; onDone(done)) {
    const { documentId } = await simulateAnnotations(lead, { projectId: demoProjectId });
    if (documentId === null) break;
    done += 1;
  }
}

export interface RoundProgress {
  readonly state: string;
  readonly step: number;
  readonly plannedSteps: number | null;
  /** Of the latest step, 0–2. */
  readonly reward: number | null;
}

/** Starts the demo's round, or takes up the one that a first run started. */
export async function ensureRound(lead: Actor): Promise<string> {
  const before = await db().round.findFirst({
    where: { projectId: demoProjectId, state: { notIn: ['failed', 'cancelled'] } },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  if (before) return before.id;
  const recipe = embeddedRecipeSchema.parse({ engine: 'embedded' });
  return (await startRound(lead, { projectId: demoProjectId, requestId: randomUUID(), recipe, notes: 'Started by the demo' })).id;
}

/**
 * Follows the round to its end.
 * @throws Error with the round's own reason where it does not get ready.
 */
export async function watchRound(roundId: string, onProgress: (progress: RoundProgress) => void, signal: AbortSignal): Promise<void> {
  const ended = await pollUntil(
    async () => {
      const round = await db().round.findUniqueOrThrow({
        where: { id: roundId },
        select: { state: true, step: true, plannedSteps: true, failureReason: true },
      });
      const latest = await db().roundEvent.findFirst({
        where: { roundId, type: 'metrics' },
        orderBy: { id: 'desc' },
        select: { payload: true },
      });
      const { metrics } = (latest?.payload ?? {}) as { metrics?: { reward: number } };
      onProgress({ ...round, reward: metrics?.reward ?? null });
      return isTerminal(round.state) ? round : null;
    },
    400,
    signal,
  );
  if (ended.state !== 'ready') throw new Error(`The round ended as "${ended.state}": ${ended.failureReason ?? 'no reason given'}`);
}
