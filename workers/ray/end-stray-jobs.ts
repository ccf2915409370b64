import { log } from '@/lib/server/logging/log';
import { findStrayRayJobs, forgetRayJob } from '@/lib/server/repositories/ray-job';
import { isOver } from './ray-answers';
import type { RayClient } from './ray-client';

/**
 * Ends jobs that nobody wants any more: of rounds that were cancelled or paused
 * while no worker held them. Their state is saved as at every stop.
 */
export async function endStrayJobs(client: RayClient): Promise<void> {
  for (const { roundId, job } of await findStrayRayJobs()) {
    const found = await client.find(job);
    if (found && !isOver(found)) {
      log().warn({ roundId, job }, 'a job is at work for a round that was cancelled or paused; it is asked to stop');
      await client.stop(job);
    } else await forgetRayJob(roundId, job);
  }
}
