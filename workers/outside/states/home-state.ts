import { z } from 'zod';
import { isAppError } from '@/lib/core/errors/app-error';
import { parseJson } from '@/lib/core/record/parse-json';
import type { Fence } from '@/lib/server/repositories/round-attempt';
import { storage } from '@/lib/server/storage/storage';

const fileSchema = z.object({
  /** Below the run folder; never outside of it. */
  name: z.string().regex(/^(pass-rates\.json|(state|checkpoints)(\/\w[\w.-]*)+)$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().nonnegative(),
});
const indexSchema = z.object({ step: z.number().int().positive(), files: z.array(fileSchema) });

/** A training state that lies in the storage, with what else a trainer needs to go on from it. */
export type HomeState = Readonly<z.infer<typeof indexSchema>>;

/** Each attempt writes below its own number, so one that lost its claim cannot spoil what the next goes on from. */
export const attemptPrefix = ({ roundId, attempt }: Fence): string => `rounds/${roundId}/states/${attempt}`;
export const fileKey = (fence: Fence, sha256: string): string => `${attemptPrefix(fence)}/${sha256}`;
const indexKey = (fence: Fence): string => `${attemptPrefix(fence)}/index.json`;

/** Written last: what has an index is whole. */
export const writeIndex = (fence: Fence, state: HomeState): Promise<void> =>
  storage().write(indexKey(fence), Buffer.from(JSON.stringify(state), 'utf8'));

async function readIndex(fence: Fence): Promise<HomeState | null> {
  try {
    const json = parseJson((await storage().read(indexKey(fence))).toString('utf8'));
    const parsed = json.ok ? indexSchema.safeParse(json.value) : null;
    return parsed?.success ? parsed.data : null;
  } catch (error) {
    if (isAppError(error) && error.code === 'not-found') return null;
    throw error;
  }
}

/** What the newest earlier attempt sent home, and which attempt that was; null where none did. */
export async function findHomeState({ roundId, attempt }: Fence): Promise<{ readonly state: HomeState; readonly from: Fence } | null> {
  for (let earlier = attempt - 1; earlier >= 1; earlier--) {
    const from = { roundId, attempt: earlier };
    const state = await readIndex(from);
    if (state) return { state, from };
  }
  return null;
}

/** Once this attempt has a state at home, those before it are of no use. */
export async function removeEarlierStates({ roundId, attempt }: Fence): Promise<void> {
  for (let earlier = attempt - 1; earlier >= 1; earlier--) await storage().removeAll(attemptPrefix({ roundId, attempt: earlier }));
}
