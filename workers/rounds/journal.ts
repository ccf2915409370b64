import type { RoundEvent } from '@/lib/core/round/events';
import { transition } from '@/lib/core/round/state-machine';
import { type AttemptMarks, type Fence, type HeldState, markAttempt, touchAttempt, writeAsAttempt } from '@/lib/server/repositories/round-attempt';
import { ringRound } from '@/lib/server/repositories/round-bell';
import { insertRoundEvents } from '@/lib/server/repositories/round-event';
import type { EngineEvent } from '../engines/engine';
import { CancelSeen, Interrupted, PauseSeen } from './stops';

/** What there is to say is written so soon, that the page shows it within a second. */
const promptMs = 150;
/** Often enough that a cancel is seen within two seconds even if a step takes one. */
const calmMs = 500;

/** Gathers an attempt's events and writes them in batches; each write is also its sign of life. */
export interface Journal {
  readonly add: (event: EngineEvent) => void;
  /** Notes how far the attempt is; written in one transaction with the events so far. */
  readonly mark: (marks: AttemptMarks) => void;
  /** Gives the event loop a turn and writes if it is time. @throws CancelSeen, PauseSeen, Interrupted, LostClaim */
  readonly breathe: () => Promise<void>;
  /** Writes now. @throws CancelSeen, PauseSeen, LostClaim */
  readonly flush: () => Promise<void>;
  /** Writes now and tells what people ask of the round; what could not be written waits for the next time. @throws LostClaim */
  readonly write: () => Promise<HeldState>;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What the round's own row keeps of a batch. */
function columnsOf(batch: readonly RoundEvent[]): { step?: number; plannedSteps?: number } {
  const columns: { step?: number; plannedSteps?: number } = {};
  for (const event of batch) {
    if (event.type === 'metrics') columns.step = event.step;
    if (event.type === 'started') columns.plannedSteps = event.plannedSteps;
  }
  return columns;
}

export function openJournal(fence: Fence, signal: AbortSignal): Journal {
  let waiting: RoundEvent[] = [];
  let marks: AttemptMarks = {};
  let writtenAt = Date.now();
  const write = async (): Promise<HeldState> => {
    const batch = waiting;
    const marked = marks;
    waiting = [];
    marks = {};
    writtenAt = Date.now();
    const columns = columnsOf(batch);
    try {
      return await writeAsAttempt(fence, async (tx, round) => {
        await insertRoundEvents(tx, fence.roundId, fence.attempt, batch);
        await touchAttempt(tx, fence);
        await markAttempt(tx, fence, marked);
        if (batch.length > 0) await ringRound(tx, fence.roundId);
        if (Object.keys(columns).length > 0) await tx.round.update({ where: { id: fence.roundId }, data: columns });
        return round;
      });
    } catch (error) {
      waiting = [...batch, ...waiting];
      marks = { ...marked, ...marks };
      throw error;
    }
  };
  const flush = async (): Promise<void> => {
    const { isCancelRequested, stopRequest, state } = await write();
    if (isCancelRequested) throw new CancelSeen('the round was cancelled');
    if (stopRequest === 'pause' && transition(state, { type: 'paused' })) throw new PauseSeen('the round is to pause');
  };
  return {
    add: (event) => {
      // Of progress only the newest counts.
      if (event.type === 'progress') waiting = waiting.filter(({ type }) => type !== 'progress');
      waiting.push({ ...event, at: Date.now() } as RoundEvent);
    },
    mark: (more) => (marks = { ...marks, ...more }),
    flush,
    write,
    breathe: async () => {
      await turn();
      if (signal.aborted) throw new Interrupted('this worker is to stop');
      if (Date.now() - writtenAt >= (waiting.length > 0 ? promptMs : calmMs)) await flush();
    },
  };
}
