import { log } from '@/lib/server/logging/log';
import { type HeldState, LostClaim } from '@/lib/server/repositories/round-attempt';
import type { Journal } from '../rounds/journal';
import { createOutputTail } from './output-tail';
import { createPulse } from './pulse';
import type { LineUse, TrainerExit, TrainerListeners, TrainerProcess } from './spawn-trainer';
import { createLineReader, type HeardEvents } from './trainer-lines';

/** How the trainer was asked to leave off. */
export type Asked = 'cancel' | 'interrupt' | 'pause' | 'early';

export interface Supervised {
  readonly exit: TrainerExit;
  readonly heard: HeardEvents;
  /** What was asked for first; the ending is judged by it. */
  readonly asked: Asked | null;
  /** When that was, in milliseconds since the epoch. */
  readonly askedAt: number;
}

interface Supervision {
  readonly start: (listeners: TrainerListeners) => TrainerProcess;
  readonly journal: Journal;
  /** Aborted when this worker is to leave off. */
  readonly signal: AbortSignal;
  /** How long a trainer that was asked to stop may take before it is killed. */
  readonly graceMs: number;
  readonly isBudgetSpent: () => boolean;
  /** Training has begun. @throws LostClaim */
  readonly onTraining: () => Promise<void>;
  /** Now and then, while it runs. */
  readonly onBeat?: () => void;
}

const beatMs = 700;
/** What the trainer says is written so soon, that the page shows it within a second. */
const promptMs = 150;
/** A cancelled round keeps nothing: its trainer need not end in order. */
const cancelGraceMs = 3_000;

function wishOf({ isCancelRequested, stopRequest }: HeldState, { signal, isBudgetSpent }: Supervision): Asked | null {
  if (isCancelRequested) return 'cancel';
  if (signal.aborted) return 'interrupt';
  if (stopRequest === 'pause') return 'pause';
  return stopRequest === 'keep-best' || isBudgetSpent() ? 'early' : null;
}

/** Later wishes win only where they are harder. */
const hardness: readonly Asked[] = ['early', 'pause', 'interrupt', 'cancel'];

/**
 * Runs a trainer to its end: its events to the journal, a sign of life for it at
 * every beat, and what people ask of the round to it as signals. A lost claim
 * kills it at once; a database that is away for a while does not. One that can
 * go on without this worker is let go of instead of being stopped.
 * @throws LostClaim
 */
export async function superviseTrainer(supervision: Supervision): Promise<Supervised> {
  const { start, journal, graceMs, onTraining } = supervision;
  const { heard, read } = createLineReader(journal);
  const tail = createOutputTail(journal);
  const pulse = createPulse(promptMs, beatMs);
  const hear = (line: string, use?: LineUse): void => {
    read(line, use);
    pulse.ring();
  };
  const trainer = start({ onLine: hear, onOutput: tail.add });
  const ended = trainer.ended.then(() => true);
  let asked: Asked | null = null;
  let askedAt = Date.now();
  let killAt = Infinity;
  let isTraining = false;

  function heed(wish: Asked | null): void {
    // Before it has started it knows no such signal and would die of it.
    if (wish === 'early' && heard.plannedSteps === null) return;
    if (wish === null || (asked !== null && hardness.indexOf(wish) <= hardness.indexOf(asked))) return;
    asked = wish;
    askedAt = Date.now();
    if (wish === 'interrupt' && trainer.letGo) {
      trainer.letGo();
      return;
    }
    trainer.ask(wish === 'early' ? 'SIGUSR1' : 'SIGTERM');
    killAt = wish === 'early' ? Infinity : Date.now() + (wish === 'cancel' ? cancelGraceMs : graceMs);
  }

  async function beat(): Promise<void> {
    tail.flush();
    try {
      heed(wishOf(await journal.write(), supervision));
      if (heard.isTraining && !isTraining) {
        isTraining = true;
        await onTraining();
      }
    } catch (error) {
      if (error instanceof LostClaim) throw error;
      // The database is away: the trainer goes on, and what it says waits here.
      log().warn({ err: error }, 'the round could not be written to');
      if (supervision.signal.aborted) heed('interrupt');
    }
    if (Date.now() >= killAt) trainer.kill();
  }

  try {
    while (!(await Promise.race([ended, pulse.next().then(() => false)]))) {
      await beat();
      supervision.onBeat?.();
    }
    const exit = await trainer.ended;
    tail.flush(true);
    await beat();
    return { exit, heard, asked, askedAt };
  } catch (error) {
    if (trainer.letGo) trainer.letGo();
    else trainer.kill();
    await trainer.ended;
    throw error;
  } finally {
    pulse.stop();
  }
}
