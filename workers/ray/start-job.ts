import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { RayRecipe } from '@/lib/core/round/trl-recipe';
import { findRayProgress, keepRayJob } from '@/lib/server/repositories/ray-job';
import type { Fence } from '@/lib/server/repositories/round-attempt';
import type { Journal } from '../rounds/journal';
import { answered } from './answered';
import { sizeOf } from './event-file';
import { trainerJob } from './job-spec';
import type { RaySettings } from './ray-settings';

const metadataSchema = z.object({ eventsFrom: z.coerce.number().int().nonnegative().catch(0) });

/** A job that is there: submitted by this attempt, or left at work by another. */
export interface FoundJob {
  readonly submissionId: string;
  /** Byte of the event file where its own events begin. */
  readonly from: number;
  readonly isReattached: boolean;
}

interface Start {
  readonly fence: Fence;
  readonly folder: string;
  readonly recipe: RayRecipe;
  readonly gpusPerWorker: number;
  readonly settings: RaySettings;
  readonly journal: Journal;
}

/** The round and the attempt that starts it: the same start again is the same job. */
const submissionIdOf = ({ roundId, attempt }: Fence): string => `hundredfold-${roundId}-${attempt}`;

/**
 * Finds the round's job in the cluster or submits it. Its name stands in the
 * round's row before it is submitted: whoever takes the round over finds it.
 * @throws PauseSeen, PassingFault, LostClaim and what the heartbeat threw.
 */
export async function startJob({ fence, folder, recipe, gpusPerWorker, settings, journal }: Start): Promise<FoundJob> {
  const { client } = settings;
  const { job: known } = await findRayProgress(fence);
  const submissionId = known ?? submissionIdOf(fence);
  const found = known === null ? null : await answered(journal, () => client.find(known));
  if (found) return { submissionId, from: metadataSchema.parse(found.metadata).eventsFrom, isReattached: true };
  await mkdir(folder, { recursive: true });
  const from = await sizeOf(path.join(folder, 'events.jsonl'));
  if (known === null) await keepRayJob(fence, submissionId);
  await answered(journal, async () => {
    const args = ['ray', folder, '--workers', String(recipe.workers), '--gpus-per-worker', String(gpusPerWorker)];
    await client.submit(await trainerJob(settings, { submissionId, args, metadata: { eventsFrom: String(from) } }));
  });
  journal.add({ type: 'log', level: 'info', message: `Submitted to Ray as ${submissionId}: ${recipe.workers} workers, ${recipe.workers * gpusPerWorker} GPUs.` });
  return { submissionId, from, isReattached: false };
}
