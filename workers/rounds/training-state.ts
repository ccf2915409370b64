import { storage } from '@/lib/server/storage/storage';
import type { Fence } from '@/lib/server/repositories/round-attempt';
import { isAppError } from '@/lib/core/errors/app-error';

/** Each attempt writes only its own, so one that lost its claim cannot spoil what the next goes on from. */
const stateKey = ({ roundId, attempt }: Fence): string => `rounds/${roundId}/states/${attempt}.bin`;

export const saveTrainingState = (fence: Fence, bytes: Uint8Array): Promise<void> =>
  storage().write(stateKey(fence), bytes);

/** What the newest earlier attempt left to go on from; null for the beginning. */
export async function loadTrainingState({ roundId, attempt }: Fence): Promise<Uint8Array | null> {
  for (let earlier = attempt - 1; earlier >= 1; earlier--) {
    try {
      // A Buffer may be a window on a larger memory; engines get memory of their own.
      return Uint8Array.from(await storage().read(stateKey({ roundId, attempt: earlier })));
    } catch (error) {
      if (!isAppError(error) || error.code !== 'not-found') throw error;
    }
  }
  return null;
}
