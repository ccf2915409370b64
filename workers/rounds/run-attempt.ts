import { AppError } from '@/lib/core/errors/app-error';
import { recipeSchema } from '@/lib/core/round/recipe';
import { findRoundForRun } from '@/lib/server/repositories/round';
import { type Fence, moveRound } from '@/lib/server/repositories/round-attempt';
import { removeTrainingStates } from '@/lib/server/rounds/training-states';
import { engineNamed } from '../engines/load-predictor';
import { evaluateCheckpoints, type RegisteredCheckpoint } from './evaluate-round';
import { openJournal } from './journal';
import { registerCheckpoint } from './register-checkpoint';
import { prepareRunFolder } from './run-folder';
import { summariseRound } from './summarise-round';
import { trainRound } from './train-round';

/**
 * One attempt from claim to `ready`. Everything that was done before is found
 * again: data by hash, training by its state, checkpoints and evaluations by
 * their content.
 * @throws CancelSeen, Interrupted, LostClaim, AppError
 */
export async function runAttempt(fence: Fence, signal: AbortSignal): Promise<void> {
  const round = await findRoundForRun(fence.roundId);
  if (!round) throw new AppError('not-found', 'The round is gone.');
  const engine = engineNamed(recipeSchema.parse(round.recipe).engine);
  const journal = openJournal(fence, signal);
  if (fence.attempt > 1) journal.add({ type: 'log', level: 'info', message: `Attempt ${fence.attempt} goes on.` });
  await journal.flush();
  const documents = await prepareRunFolder(round);
  const result = await trainRound({ fence, round, documents, engine, journal });
  await journal.flush();
  const registered: RegisteredCheckpoint[] = [];
  for (const checkpoint of result.checkpoints) {
    await journal.breathe();
    registered.push({ id: await registerCheckpoint(fence, round, engine, checkpoint), role: checkpoint.role });
  }
  await journal.flush();
  await moveRound(fence, { type: 'trained' }, { step: result.step, plannedSteps: result.step });
  const figures = await evaluateCheckpoints(round.projectId, registered, journal);
  journal.add({ type: 'finished', step: result.step });
  await journal.flush();
  const bestStep = result.checkpoints.find(({ role }) => role === 'trained')?.step ?? 0;
  const summary = await summariseRound(round, bestStep, figures);
  await moveRound(fence, { type: 'evaluated' }, { summary });
  await removeTrainingStates(round.id);
}
