import { z } from 'zod';
import { describeMissingWorker } from '@/lib/core/round/capabilities';
import { describeState } from '@/lib/core/round/describe-state';
import { recipeSchema } from '@/lib/core/round/recipe';
import { progressPhases } from '@/lib/core/round/events';
import { activeStates, isTerminal } from '@/lib/core/round/state-machine';
import { readStopRequest } from '@/lib/core/round/stop-request';
import { storedInputsSchema } from '@/lib/core/round/round-inputs';
import { roundSummarySchema } from '@/lib/core/round/summary';
import { attemptSilenceMs, cardSecondsOf } from '../repositories/round-attempt';
import { findLatestProgress } from '../repositories/round-event';
import { findRoundsAhead, type RoundRow } from '../repositories/round';
import { findPersonNames } from '../repositories/person-names';
import { findCapabilities } from './engines';

const progressSchema = z
  .object({ secondsLeft: z.number().nullable(), phase: z.enum(progressPhases).nullable() })
  .catch({ secondsLeft: null, phase: null });
type Progress = z.infer<typeof progressSchema>;

/** The newest words of each running round on what it is at and how long that will take. */
async function findProgress(rows: readonly RoundRow[]): Promise<ReadonlyMap<string, Progress>> {
  const running = rows.filter(({ state }) => !isTerminal(state)).map(({ id }) => id);
  if (running.length === 0) return new Map();
  const events = await findLatestProgress(running);
  return new Map(events.map(({ roundId, payload }) => [roundId, progressSchema.parse(payload)]));
}

/** Hours of work times cards, over all attempts. */
const gpuHoursOf = ({ attempts }: RoundRow): number =>
  attempts.reduce((sum, attempt) => sum + cardSecondsOf(attempt), 0) / 3600;

type RoundAhead = Awaited<ReturnType<typeof findRoundsAhead>>[number];

/** The round that is directly before this one in the queue of its engine. */
function nameOfRoundAhead(row: RoundRow, projectId: string, waiting: readonly RoundAhead[]): string | null {
  const ahead = waiting
    .filter(({ id, engine, createdAt }) => id !== row.id && engine === row.engine && createdAt <= row.createdAt).at(-1);
  if (!ahead) return null;
  return ahead.projectId === projectId ? `round ${ahead.number}` : 'a round of another project';
}

/** Rows of rounds as people read them: state in words, figures, who, how long. */
export async function describeRounds(projectId: string, rows: readonly RoundRow[]) {
  const isAnyQueued = rows.some(({ state }) => state === 'queued');
  const isAnyActive = rows.some(({ state }) => !isTerminal(state));
  const [progress, waiting, workers, names] = await Promise.all([
    findProgress(rows),
    isAnyQueued ? findRoundsAhead(activeStates) : [],
    isAnyActive ? findCapabilities() : [],
    findPersonNames(rows.flatMap(({ createdById }) => createdById ?? [])),
  ]);
  return rows.map((row) => {
    const [attempt] = row.attempts;
    const isHeld =
      attempt !== undefined && attempt.endedAt === null && Date.now() - attempt.heartbeatAt.getTime() < attemptSilenceMs;
    const summary = roundSummarySchema.safeParse(row.summary);
    const now = isHeld ? progress.get(row.id) : undefined;
    const left = now?.secondsLeft ?? null;
    const recipe = recipeSchema.parse(row.recipe);
    return {
      id: row.id,
      number: row.number,
      state: row.state,
      stateInWords: describeState({
        state: row.state,
        step: row.step,
        plannedSteps: row.plannedSteps,
        secondsLeft: left,
        isHeld,
        phase: now?.phase ?? null,
        isCancelRequested: row.cancelRequestedAt !== null,
        stopRequest: readStopRequest(row.stopRequest),
        queuedBehind: nameOfRoundAhead(row, projectId, waiting),
        missingWorker: isHeld ? null : describeMissingWorker(recipe, workers),
        failureReason: row.failureReason,
      }),
      isOver: isTerminal(row.state),
      isCancelRequested: row.cancelRequestedAt !== null,
      step: row.step,
      plannedSteps: row.plannedSteps,
      secondsLeft: left,
      recipe,
      stopRequest: readStopRequest(row.stopRequest),
      budgetGpuHours: row.budgetGpuHours,
      /** The checkpoint that it started from. */
      parent: row.parent,
      inputs: storedInputsSchema.parse(row.inputs),
      gpuHours: gpuHoursOf(row),
      notes: row.notes,
      failureReason: row.failureReason,
      snapshotHash: row.snapshotHash,
      labels: row.snapshot?.documentCount ?? null,
      schemaNumber: row.schemaVersion.number,
      schemaHash: row.schemaVersion.hash,
      attempt: attempt?.number ?? 0,
      summary: summary.success ? summary.data : null,
      createdBy: (row.createdById && names.get(row.createdById)) ?? null,
      createdAt: row.createdAt.toISOString(),
      startedAt: row.startedAt?.toISOString() ?? null,
      finishedAt: row.finishedAt?.toISOString() ?? null,
    };
  });
}

export type DescribedRound = Awaited<ReturnType<typeof describeRounds>>[number];
