import type { RoundEvent } from './events';
import type { RoundState } from './state-machine';
import type { StopRequest } from './stop-request';

/** What the words need to know of a round. */
export interface RoundSituation {
  readonly state: RoundState;
  readonly step: number;
  readonly plannedSteps: number | null;
  readonly secondsLeft: number | null;
  /** Of the newest progress of the attempt in hand. */
  readonly phase: Extract<RoundEvent, { type: 'progress' }>['phase'] | null;
  /** Its newest attempt has been heard of lately. */
  readonly isHeld: boolean;
  readonly isCancelRequested: boolean;
  readonly stopRequest: StopRequest | null;
  /** What runs before it, in words: "round 2". */
  readonly queuedBehind: string | null;
  /** Why nobody can take it, in words; null where a worker that can is up. */
  readonly missingWorker: string | null;
  readonly failureReason: string | null;
}

/** "12 min left"; null where nobody knows. @param seconds not negative. */
export function describeTimeLeft(seconds: number | null): string | null {
  if (seconds === null) return null;
  if (seconds < 1) return 'nearly done';
  if (seconds < 90) return `${Math.ceil(seconds)} s left`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min left`;
  return `${(seconds / 3600).toFixed(1)} h left`;
}

const stepInWords = ({ step, plannedSteps }: RoundSituation): string | null =>
  plannedSteps === null ? null : `step ${step} of ${plannedSteps}`;

const join = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(', ');

function describeQueued({ queuedBehind, missingWorker, step, plannedSteps }: RoundSituation): string {
  if (missingWorker !== null) return `queued: ${missingWorker}`;
  const words = queuedBehind ? `queued behind ${queuedBehind}` : 'queued';
  return step > 0 && plannedSteps !== null ? `${words}, goes on after step ${step} of ${plannedSteps}` : words;
}

function describeInterrupted(round: RoundSituation): string {
  if (round.isHeld) return join(['interrupted, resuming', stepInWords(round)]);
  return join(['interrupted', round.missingWorker ?? 'waiting for a worker', stepInWords(round)]);
}

function describeHeld(round: RoundSituation, state: 'preparing' | 'training' | 'evaluating'): string {
  if (round.stopRequest === 'pause') return join(['pausing', stepInWords(round)]);
  if (round.stopRequest === 'keep-best' && state !== 'evaluating') return join(['stopping, keeps the best', stepInWords(round)]);
  if (state === 'evaluating') return 'evaluating';
  if (round.phase === 'booting') return 'booting';
  if (state === 'preparing') return 'preparing';
  if (round.phase === 'pushing') return join(['sending checkpoints home', stepInWords(round)]);
  const word = round.phase === 'checkpointing' ? 'checkpointing' : 'training';
  return join([word, stepInWords(round), describeTimeLeft(round.secondsLeft)]);
}

/** The state of a round as people read it: "training, step 41 of 300, 12 min left". */
export function describeState(round: RoundSituation): string {
  const { state } = round;
  if (round.isCancelRequested && !['ready', 'failed', 'cancelled'].includes(state)) return 'being cancelled';
  switch (state) {
    case 'queued':
      return describeQueued(round);
    case 'failed':
      return round.failureReason ? `failed: ${round.failureReason}` : 'failed';
    case 'cancelled':
      return round.step > 0 ? join(['cancelled', stepInWords(round)]) : 'cancelled';
    case 'ready':
      return 'ready';
    case 'paused':
      return `${round.step > 0 ? join(['paused', stepInWords(round)]) : 'paused'}${round.failureReason ? `: ${round.failureReason}` : ''}`;
    case 'interrupted':
      return describeInterrupted(round);
    case 'preparing':
    case 'evaluating':
    case 'training':
      return round.isHeld ? describeHeld(round, state) : describeInterrupted(round);
  }
}
