import { setTimeout as delay } from 'node:timers/promises';
import { log } from '@/lib/server/logging/log';
import { LostClaim } from '@/lib/server/repositories/round-attempt';
import type { Journal } from '../../rounds/journal';
import type { Supervised } from '../supervise-trainer';
import type { StateCourier } from './state-courier';

const beatMs = 1_000;
/** A worker that is to stop has so long beyond the trainer's own grace. */
const besideGraceMs = 20_000;

/**
 * Where the trainer was asked to rest, its last state goes home before the round
 * is let go of: the box may be gone by then.
 * @throws LostClaim
 */
export async function sendLastState(
  { asked, askedAt }: Supervised,
  courier: StateCourier,
  journal: Pick<Journal, 'write'>,
  graceMs: number,
): Promise<void> {
  if (asked !== 'pause' && asked !== 'interrupt') return;
  const until = askedAt + graceMs + besideGraceMs;
  const sent = courier.sendLast().then(() => true);
  while (Date.now() < until && !(await Promise.race([sent, delay(beatMs, false)]))) {
    try {
      if ((await journal.write()).isCancelRequested) return;
    } catch (error) {
      if (error instanceof LostClaim) throw error;
      log().warn({ err: error }, 'the round could not be written to');
    }
  }
}
