import { setTimeout as delay } from 'node:timers/promises';
import type { Journal } from '../rounds/journal';
import { besideHeartbeat } from '../outside/beside-heartbeat';
import { PassingFault, PauseSeen } from '../rounds/stops';
import { RayFault } from './ray-fault';

const againMs = 2_000;
const patienceMs = 60_000;

/**
 * Calls of a cluster beside the attempt's signs of life, again while nobody
 * answers. A cluster that stays away, or whose token is wrong, needs a person:
 * the round pauses and says so.
 * @throws PauseSeen, PassingFault, and what the heartbeat threw.
 */
export function answered<T>(journal: Pick<Journal, 'breathe'>, work: () => Promise<T>): Promise<T> {
  return besideHeartbeat(journal, async (signal) => {
    for (const until = Date.now() + patienceMs; ; await delay(againMs, undefined, { signal })) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof RayFault)) throw error;
        if (error.kind === 'refused') throw new PassingFault(`It could not be handed to Ray: ${error.message}.`);
        if (error.kind !== 'unreachable' || Date.now() >= until) {
          throw new PauseSeen('the Ray cluster needs a person', `${error.message}, then resume`);
        }
      }
    }
  });
}
