import { AppError } from '@/lib/core/errors/app-error';
import { isLabelled, type SnapshotLine } from '@/lib/core/round/dataset-snapshot';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import type { RecordSchema } from '@/lib/core/schema/types';
import type { RunnableRound } from '@/lib/server/repositories/round';
import { type Fence, moveRound } from '@/lib/server/repositories/round-attempt';
import type { Engine, EngineEvent, EngineResult } from '../engines/engine';
import type { Journal } from './journal';
import { createTimeLeft } from './time-left';
import { loadTrainingState, saveTrainingState } from './training-state';

/** At most so much work is done again after a crash. */
const saveEveryMs = 1_000;

interface Training {
  readonly fence: Fence;
  readonly round: RunnableRound;
  readonly documents: readonly SnapshotLine[];
  readonly engine: Engine;
  readonly journal: Journal;
}

/** A round is finished when it reached its planned step, whatever the engine says. */
function assertFinished(result: EngineResult, plannedSteps: number | null): void {
  if (plannedSteps !== null && result.step !== plannedSteps) {
    throw new AppError('internal', `Training ended at step ${result.step} of ${plannedSteps}.`);
  }
}

/** Events go to the journal; the round is `training` once its data is prepared. */
function createListener({ fence, journal }: Training) {
  const withTimeLeft = createTimeLeft(Date.now);
  let isPrepared = false;
  return async (event: EngineEvent): Promise<void> => {
    journal.add(event.type === 'progress' ? withTimeLeft(event) : event);
    if (isPrepared || event.type !== 'progress' || event.phase === 'preparing') return;
    isPrepared = true;
    await moveRound(fence, { type: 'prepared' });
  };
}

/**
 * Runs the engine to its end, from where an earlier attempt left off. A state to
 * go on from is kept every so often.
 * @throws CancelSeen, Interrupted, LostClaim
 */
export async function trainRound(input: Training): Promise<EngineResult> {
  const { fence, round, engine, journal } = input;
  const documents = input.documents.filter(isLabelled);
  const training = engine.train({
    schema: round.schemaVersion.schema as unknown as RecordSchema,
    train: documents.filter(({ split }) => split === 'seed'),
    validation: documents.filter(({ split }) => split === 'validation'),
    recipe: embeddedRecipeSchema.parse(round.recipe),
    resume: await loadTrainingState(fence),
  });
  const listen = createListener(input);
  // The first point comes after the warm start and is kept at once.
  let savedAt = 0;
  let plannedSteps: number | null = null;
  for (let turn = training.next(); ; turn = training.next()) {
    if (turn.done) {
      assertFinished(turn.value, plannedSteps);
      return turn.value;
    }
    const update = turn.value;
    if (update.kind === 'event') {
      if (update.event.type === 'started') plannedSteps = update.event.plannedSteps;
      await listen(update.event);
    } else if (Date.now() - savedAt >= saveEveryMs) {
      await saveTrainingState(fence, update.bytes());
      savedAt = Date.now();
    }
    await journal.breathe();
  }
}
