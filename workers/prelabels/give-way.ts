import { db } from '@/lib/server/db/client';

/** A round of this machine's engine trains now: pre-labels wait until it is over. */
export class RoundGoesFirst extends Error {
  override readonly name = 'RoundGoesFirst';
}

const lookEveryMs = 500;

/** Whether any project's round is at work on the embedded engine, which shares this machine's cores. */
async function isRoundAtWork(): Promise<boolean> {
  const rounds = await db().round.count({
    where: { state: { in: ['preparing', 'training', 'evaluating'] }, engine: 'embedded' },
  });
  return rounds > 0;
}

/** Called between pieces of work: gives others a turn and looks whether to go on. */
export type Pause = () => Promise<void>;

/** @throws RoundGoesFirst, or the reason why the job is to stop; the first call looks at once. */
export function createPause(signal: AbortSignal): Pause {
  let lookedAt = -Infinity;
  return async () => {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    if (performance.now() - lookedAt < lookEveryMs) return;
    lookedAt = performance.now();
    if (await isRoundAtWork()) throw new RoundGoesFirst('a round of the embedded engine is at work');
  };
}
