import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { parseJson } from '@/lib/core/record/parse-json';
import { judgeEnd } from '@/lib/core/round/trainer-end';
import { findAttemptSeconds, type Fence, moveRound } from '@/lib/server/repositories/round-attempt';
import type { RunnableRound } from '@/lib/server/repositories/round';
import type { Journal } from '../rounds/journal';
import { CancelSeen, Interrupted, PassingFault, PauseSeen } from '../rounds/stops';
import { endOrphan } from './orphan';
import { spawnTrainer } from './spawn-trainer';
import { type Supervised, superviseTrainer } from './supervise-trainer';
import type { OutsideSettings } from './settings';
import { bringState } from './states/bring-state';
import { createStateCourier } from './states/state-courier';
import { sendLastState } from './states/send-last-state';

const finishedSchema = z.object({ step: z.number().int(), plannedSteps: z.number().int() });
export type Finished = Readonly<z.infer<typeof finishedSchema>>;

/** The trainer's own word that it finished; null where there is none. */
export async function readFinished(folder: string): Promise<Finished | null> {
  const text = await readFile(path.join(folder, 'finished.json'), 'utf8').catch(() => null);
  const json = text === null ? null : parseJson(text);
  const parsed = json?.ok ? finishedSchema.safeParse(json.value) : null;
  return parsed?.success ? parsed.data : null;
}

/** Throws what the attempt ended with, unless it finished. */
export async function settleEnd(folder: string, { exit, heard, asked }: Supervised): Promise<Finished> {
  const finished = await readFinished(folder);
  const verdict = judgeEnd({
    finished,
    ...exit,
    said: heard.failedReason,
    findings: heard.findings,
    step: heard.step,
    isEarlyAsked: asked === 'early',
    isStopAsked: asked !== null && asked !== 'early',
  });
  if (asked === 'cancel') throw new CancelSeen('the round was cancelled');
  switch (verdict.kind) {
    case 'finished':
      return finished ?? { step: heard.step, plannedSteps: heard.step };
    case 'stopped':
      throw asked === 'interrupt' ? new Interrupted('this worker is to stop') : new PauseSeen('the round is to pause');
    case 'hold':
      throw new PauseSeen('the round waits for a person', verdict.reason);
    case 'again':
      throw new PassingFault(verdict.reason);
    case 'failed':
      throw new AppError('not-ready', verdict.reason);
  }
}

/** What one attempt trains. */
export interface Training {
  readonly fence: Fence;
  readonly round: RunnableRound;
  readonly folder: string;
  readonly journal: Journal;
  readonly signal: AbortSignal;
}

/** Does it at the first call that comes through, and never again. */
export function once(work: () => Promise<unknown>): () => Promise<void> {
  let isDone = false;
  return async () => {
    if (isDone) return;
    await work();
    isDone = true;
  };
}

/** Says why a round ended early that nobody stopped. */
export function noteBudget(journal: Journal, { budgetGpuHours }: RunnableRound): void {
  journal.add({ type: 'log', level: 'warning', message: `The budget of ${budgetGpuHours} GPU-hours is spent: training ended early and the best checkpoint is kept.` });
}

/** Seconds that the round may still take on its cards; endless without a budget. */
async function secondsLeftInBudget({ round, fence }: Training, settings: OutsideSettings): Promise<number> {
  if (round.budgetGpuHours === null || settings.cards === 0) return Infinity;
  const { cardSeconds } = await findAttemptSeconds(fence.roundId);
  return (round.budgetGpuHours * 3600 - cardSeconds) / settings.cards;
}

/**
 * Runs the trainer on the run folder until it has finished, from where an
 * earlier attempt left off.
 * @throws CancelSeen, PauseSeen, Interrupted, LostClaim, PassingFault, AppError
 */
export async function trainOutside(training: Training, settings: OutsideSettings): Promise<Finished> {
  const { fence, folder, journal, signal } = training;
  const done = await readFinished(folder);
  if (done) {
    await moveRound(fence, { type: 'prepared' });
    return done;
  }
  await endOrphan(folder, settings.graceMs, journal.breathe);
  await bringState(fence, folder, journal);
  journal.add({ type: 'progress', phase: 'booting', step: 0, plannedSteps: 0, secondsLeft: null });
  const spentAt = Date.now() + (await secondsLeftInBudget(training, settings)) * 1000;
  const onTraining = once(() => moveRound(fence, { type: 'prepared' }));
  const courier = createStateCourier({ fence, folder, maxBytes: settings.stateHomeMaxBytes, journal });
  const supervised = await superviseTrainer({
    start: (listeners) => spawnTrainer(settings.command, ['run', folder, ...settings.modelArgs], listeners),
    journal,
    signal,
    graceMs: settings.graceMs,
    isBudgetSpent: () => Date.now() >= spentAt,
    onTraining,
    onBeat: courier.look,
  })
    .then(async (ended) => {
      await sendLastState(ended, courier, journal, settings.graceMs);
      return ended;
    })
    .finally(courier.stop);
  if (supervised.asked === 'early' && Date.now() >= spentAt) noteBudget(journal, training.round);
  const finished = await settleEnd(folder, supervised);
  await onTraining();
  return finished;
}
