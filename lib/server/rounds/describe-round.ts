import { z } from 'zod';
import { describeState } from '@/lib/core/round/describe-state';
import { recipeSchema } from '@/lib/core/round/recipe';
import { isTerminal } from '@/lib/core/round/state-machine';
import { roundSummarySchema } from '@/lib/core/round/summary';
import { attemptSilenceMs } from '../repositories/round-attempt';
import { findLatestProgress } from '../repositories/round-event';
import { findRoundsAhead, type RoundRow } from '../repositories/round';
import { findPersonNames } from '../repositories/person-names';

const progressSchema = z.object({ secondsLeft: z.number().nullable() });

/** The newest words on how long each running round will take. */
async function findSecondsLeft(rows: readonly RoundRow[]): Promise<ReadonlyMap<string, number | null>> {
  const running = rows.filter(({ state }) => !isTerminal(state)).map(({ id }) => id);
  if (running.length === 0) return new Map();
  const events = await findLatestProgress(running);
  return new Map(
    events.map(({ roundId, payload }) => [roundId, progressSchema.catch({ secondsLeft: null }).parse(payload).secondsLeft]),
  );
}

type RoundAhead = Awaited<ReturnType<typeof findRoundsAhead>>[number];

/** The round that is directly before this one in the one queue of rounds. */
function nameOfRoundAhead(row: RoundRow, projectId: string, waiting: readonly RoundAhead[]): string | null {
  const ahead = waiting.filter(({ id, createdAt }) => id !== row.id && createdAt <= row.createdAt).at(-1);
  if (!ahead) return null;
  return ahead.projectId === projectId ? `round ${ahead.number}` : 'a round of another project';
}

/** Rows of rounds as people read them: state in words, figures, who, how long. */
export async function describeRounds(projectId: string, rows: readonly RoundRow[]) {
  const isAnyQueued = rows.some(({ state }) => state === 'queued');
  const [secondsLeft, waiting, names] = await Promise.all([
    findSecondsLeft(rows),
    isAnyQueued ? findRoundsAhead(['queued', 'preparing', 'training', 'evaluating', 'interrupted']) : [],
    findPersonNames(rows.flatMap(({ createdById }) => createdById ?? [])),
  ]);
  return rows.map((row) => {
    const [attempt] = row.attempts;
    const isHeld =
      attempt !== undefined && attempt.endedAt === null && Date.now() - attempt.heartbeatAt.getTime() < attemptSilenceMs;
    const summary = roundSummarySchema.safeParse(row.summary);
    const left = isHeld ? (secondsLeft.get(row.id) ?? null) : null;
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
        isCancelRequested: row.cancelRequestedAt !== null,
        queuedBehind: nameOfRoundAhead(row, projectId, waiting),
        failureReason: row.failureReason,
      }),
      isOver: isTerminal(row.state),
      isCancelRequested: row.cancelRequestedAt !== null,
      step: row.step,
      plannedSteps: row.plannedSteps,
      secondsLeft: left,
      recipe: recipeSchema.parse(row.recipe),
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
