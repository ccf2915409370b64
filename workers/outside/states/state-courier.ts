import { describeBytes } from '@/lib/core/round/describe-bytes';
import { log } from '@/lib/server/logging/log';
import type { Fence } from '@/lib/server/repositories/round-attempt';
import { findValidationF1 } from '@/lib/server/repositories/round-event';
import type { Journal } from '../../rounds/journal';
import type { HomeState } from './home-state';
import { lookAtState, newestStep } from './local-state';
import { pushState } from './push-state';

/** Sending takes a fifth of the time at most: it shares disk and network with the training. */
const restPerTime = 4;
const leastRestMs = 1_000;
const restAfterFaultMs = 60_000;

interface CourierInput {
  readonly fence: Fence;
  readonly folder: string;
  /** Larger states stay on this machine; 0 for none at all. */
  readonly maxBytes: number;
  readonly journal: Pick<Journal, 'add'>;
}

/** Sends states home while the trainer goes on: the newest whole one, one at a time. */
export interface StateCourier {
  /** Sets out if there is a newer state and it is time. */
  readonly look: () => void;
  /** Sends the newest state now, after what is on its way. */
  readonly sendLast: () => Promise<void>;
  /** Leaves off; resolves when nothing is on its way any more. */
  readonly stop: () => Promise<void>;
}

export function createStateCourier({ fence, folder, maxBytes, journal }: CourierInput): StateCourier {
  const leave = new AbortController();
  let home: HomeState | null = null;
  let underWay: Promise<void> = Promise.resolve();
  let isBusy = false;
  let restUntil = 0;
  const told = new Set<string>();
  const tell = (about: string, level: 'info' | 'warning', message: string): void => {
    if (!told.has(about)) journal.add({ type: 'log', level, message });
    told.add(about);
  };

  async function send(): Promise<void> {
    const step = await newestStep(folder);
    if (step <= (home?.step ?? 0)) return;
    const local = await lookAtState(folder, step, await findValidationF1(fence.roundId));
    const bytes = local.files.reduce((sum, file) => sum + file.bytes, 0);
    if (bytes > maxBytes) {
      const limit = describeBytes(maxBytes);
      tell('large', 'info', `A state is ${describeBytes(bytes)}, more than STATE_HOME_MAX_BYTES (${limit}): states stay on the GPU worker, another one would begin anew.`);
      return;
    }
    home = await pushState(fence, folder, local, home, leave.signal);
    tell('home', 'info', `The state of step ${step} is home (${describeBytes(bytes)}): another GPU worker could go on from it. Newer ones follow.`);
  }

  function setOut(): Promise<void> {
    isBusy = true;
    const begunAt = Date.now();
    return send()
      .then(
        () => (restUntil = Date.now() + Math.max(leastRestMs, restPerTime * (Date.now() - begunAt))),
        (error: unknown) => {
          restUntil = Date.now() + restAfterFaultMs;
          // A state that the trainer removed meanwhile has a newer one after it.
          if (leave.signal.aborted || (error as NodeJS.ErrnoException).code === 'ENOENT') return;
          log().warn({ err: error, roundId: fence.roundId }, 'a state could not be sent home');
          tell('fault', 'warning', 'A state could not be sent home; the next one is tried. Until then another GPU worker would begin anew.');
        },
      )
      .then(() => void (isBusy = false));
  }

  return {
    look: () => {
      if (maxBytes > 0 && !isBusy && !leave.signal.aborted && Date.now() >= restUntil) underWay = setOut();
    },
    sendLast: async () => {
      await underWay;
      if (maxBytes > 0 && !leave.signal.aborted) await (underWay = setOut());
    },
    stop: async () => {
      leave.abort(new Error('States are of no use any more.'));
      await underWay;
    },
  };
}
