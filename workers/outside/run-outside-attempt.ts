import { rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@/lib/core/errors/app-error';
import { chooseBest } from '@/lib/core/round/best-checkpoint';
import type { RunnableCheckpoint } from '@/lib/server/repositories/checkpoint';
import { findRoundForRun, type RunnableRound } from '@/lib/server/repositories/round';
import { type Fence, moveRound } from '@/lib/server/repositories/round-attempt';
import { findValidationF1 } from '@/lib/server/repositories/round-event';
import { findNewestSchemaVersion } from '@/lib/server/repositories/schema-version';
import { removeTrainingStates } from '@/lib/server/rounds/training-states';
import type { Predictor } from '../engines/engine';
import { evaluateCheckpoints, type RegisteredCheckpoint } from '../rounds/evaluate-round';
import { type Journal, openJournal } from '../rounds/journal';
import { prepareRunFolder } from '../rounds/run-folder';
import { summariseRound } from '../rounds/summarise-round';
import { besideHeartbeat } from './beside-heartbeat';
import { findCheckpoints, type LocalCheckpoint } from './local-checkpoint';
import { pushCheckpoint } from './push-checkpoint';
import { bringInputs } from './bring-inputs';
import { keepPassRates } from './keep-pass-rates';
import { bringRunFolder } from './run-folder-files';
import type { Finished, Training } from './train-outside';

/** How and where a round that is not this process's own trains. */
export interface OutsideEngine {
  /** The run folder of a round, as this process sees it. */
  readonly folderOf: (roundId: string) => string;
  readonly train: (training: Training) => Promise<Finished>;
  readonly openPredictor: (checkpoint: RunnableCheckpoint) => Predictor;
}

/** Stages before reinforcement learning, the last first: what it started from goes home beside what it made. */
const earlierStages = ['preferred', 'distilled', 'warm-start'];

/** The checkpoints that go home: the supervised start, if any, and the best trained one. */
async function chooseCheckpoints(folder: string, round: RunnableRound, journal: Journal): Promise<readonly LocalCheckpoint[]> {
  const warn = (message: string) => journal.add({ type: 'log', level: 'warning', message });
  const found = await besideHeartbeat(journal, (signal) => findCheckpoints(folder, round, warn, signal));
  // What is wrong with each must stand in the log before the round can fail of it.
  await journal.flush();
  const best = chooseBest(found, await findValidationF1(round.id));
  if (!best) throw new AppError('broken-file', 'No trained checkpoint is whole, so there is nothing to keep. The log names what is wrong with each.');
  const [start] = earlierStages.flatMap((stage) => found.find((one) => path.basename(one.folder) === stage) ?? []);
  return start ? [start, best] : [best];
}

async function warnOfNewSchema(round: RunnableRound, journal: Journal): Promise<void> {
  const newest = await findNewestSchemaVersion(round.projectId);
  if (!newest || newest.hash === round.schemaVersion.hash) return;
  const message = `The schema was changed meanwhile: this round trained under version ${round.schemaVersion.number}, the project is at version ${newest.number}.`;
  journal.add({ type: 'log', level: 'warning', message });
}

/**
 * One attempt of a round whose engine runs in a process of its own, from claim
 * to `ready`. What was done before is found again: files by their names and
 * hashes, training by the trainer's state, checkpoints by their manifest.
 * @throws CancelSeen, PauseSeen, Interrupted, LostClaim, PassingFault, AppError
 */
export async function runOutsideAttempt(fence: Fence, signal: AbortSignal, engine: OutsideEngine): Promise<void> {
  const round = await findRoundForRun(fence.roundId);
  if (!round) throw new AppError('not-found', 'The round is gone.');
  const folder = engine.folderOf(round.id);
  const journal = openJournal(fence, signal);
  if (fence.attempt > 1) journal.add({ type: 'log', level: 'info', message: `Attempt ${fence.attempt} goes on.` });
  journal.add({ type: 'progress', phase: 'preparing', step: 0, plannedSteps: 0, secondsLeft: null });
  await journal.flush();
  const documents = await prepareRunFolder(round);
  await besideHeartbeat(journal, (stop) => bringRunFolder(folder, round.id, documents.map(({ id }) => id), stop));
  await bringInputs({ folder, round, documents, journal, open: engine.openPredictor });
  const finished = await engine.train({ fence, round, folder, journal, signal });
  await keepPassRates(folder, round.id);
  const registered: RegisteredCheckpoint[] = [];
  const chosen = await chooseCheckpoints(folder, round, journal);
  for (const checkpoint of chosen) {
    registered.push({ id: await pushCheckpoint(fence, round, checkpoint, journal), role: checkpoint.manifest.role });
  }
  await warnOfNewSchema(round, journal);
  journal.add({ type: 'progress', phase: 'evaluating', step: finished.step, plannedSteps: finished.plannedSteps, secondsLeft: null });
  await journal.flush();
  await moveRound(fence, { type: 'trained' }, { step: finished.step, plannedSteps: finished.plannedSteps, stopRequest: null });
  const figures = await evaluateCheckpoints(round.projectId, registered, journal, engine.openPredictor);
  journal.add({ type: 'finished', step: finished.step });
  await journal.flush();
  const bestStep = chosen.at(-1)?.manifest.step ?? finished.step;
  await moveRound(fence, { type: 'evaluated' }, { summary: await summariseRound(round, bestStep, figures) });
  // The pictures are patients': nothing of them stays on the box.
  await rm(folder, { recursive: true, force: true });
  await removeTrainingStates(round.id);
}
