import { AppError } from '@/lib/core/errors/app-error';
import { recipeSchema } from '@/lib/core/round/recipe';
import { trlPresets } from '@/lib/core/round/trl-presets';
import type { RayRecipe } from '@/lib/core/round/trl-recipe';
import { findRayProgress, keepRayJob } from '@/lib/server/repositories/ray-job';
import { findAttemptSeconds, moveRound } from '@/lib/server/repositories/round-attempt';
import type { TrainerListeners } from '../outside/spawn-trainer';
import { superviseTrainer } from '../outside/supervise-trainer';
import { type Finished, noteBudget, once, readFinished, settleEnd, type Training } from '../outside/train-outside';
import { answered } from './answered';
import { createCardClock } from './card-clock';
import { followJob, type RayTrainer } from './follow-job';
import type { RaySettings } from './ray-settings';
import { startJob } from './start-job';

/** Ray itself kills a job after the grace; it is given the first word. */
const killMarginMs = 15_000;

function recipeOf(recipe: unknown): RayRecipe {
  const parsed = recipeSchema.parse(recipe);
  if (parsed.engine !== 'ray') throw new AppError('unavailable', `A round of the engine ${parsed.engine} does not run on Ray.`);
  return parsed;
}

/**
 * Trains on a Ray cluster, from where the job or the state of an earlier attempt
 * is. A worker that stops leaves the job at work; the next one takes it up where
 * the round's events stand.
 * @throws CancelSeen, PauseSeen, Interrupted, LostClaim, PassingFault, AppError
 */
export async function trainOnRay({ fence, round, folder, journal, signal }: Training, settings: RaySettings): Promise<Finished> {
  const progress = await findRayProgress(fence);
  const done = progress.job === null ? await readFinished(folder) : null;
  if (done) {
    await moveRound(fence, { type: 'prepared' });
    return done;
  }
  const recipe = recipeOf(round.recipe);
  journal.mark({ cards: 0, cardSeconds: 0 });
  journal.add({ type: 'progress', phase: 'booting', step: progress.step, plannedSteps: 0, secondsLeft: null });
  const { gpus } = await answered(journal, settings.client.look);
  // Nodes with GPUs may come only when they are asked for.
  const gpusPerWorker = gpus > 0 || trlPresets[recipe.preset].least.cards > 0 ? 1 : 0;
  const job = await startJob({ fence, folder, recipe, gpusPerWorker, settings, journal });
  if (job.isReattached) journal.add({ type: 'log', level: 'info', message: `The job ${job.submissionId} is still there; this worker goes on with it.` });

  const cards = recipe.workers * gpusPerWorker;
  const clock = createCardClock(cards, job.isReattached ? progress.cardsCountedUntil : null);
  const { cardSeconds: spentBefore } = await findAttemptSeconds(fence.roundId);
  const mostSeconds = round.budgetGpuHours === null || cards === 0 ? Infinity : round.budgetGpuHours * 3600;
  const isBudgetSpent = (): boolean => spentBefore + clock.seconds() >= mostSeconds;
  const mark = (): void => journal.mark({ cards, cardSeconds: clock.seconds() });
  let trainer: RayTrainer | null = null;
  const start = (listeners: TrainerListeners): RayTrainer => {
    const followed = followJob(settings.client, {
      ...job, folder, file: 'events.jsonl', read: progress.eventsRead,
      onRead: (eventsRead) => journal.mark({ eventsRead }),
      onAtWork: clock.start,
      onLook: mark,
    }, listeners);
    const ended = followed.ended.finally(() => {
      clock.stop(followed.endedAt() ?? Date.now());
      mark();
    });
    return (trainer = { ...followed, ended });
  };
  const onTraining = once(() => moveRound(fence, { type: 'prepared' }));
  const supervised = await superviseTrainer({ start, journal, signal, graceMs: settings.graceMs + killMarginMs, isBudgetSpent, onTraining });
  // Whoever comes next must not take this end for news.
  if (((trainer as RayTrainer | null)?.endedAt() ?? null) !== null) await keepRayJob(fence, null);
  if (supervised.asked === 'early' && isBudgetSpent()) noteBudget(journal, round);
  const finished = await settleEnd(folder, supervised);
  await onTraining();
  return finished;
}
