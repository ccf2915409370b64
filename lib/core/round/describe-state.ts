import type { RoundState } from './state-machine';

/** What the words need to know of a round. */
export interface RoundSituation {
  readonly state: RoundState;
  readonly step: number;
  readonly plannedSteps: number | null;
  readonly secondsLeft: number | null;
  /** Its newest attempt has been heard of lately. */
  readonly isHeld: boolean;
  readonly isCancelRequested: boolean;
  /** What runs before it, in words: "round 2". */
  readonly queuedBehind: string | null;
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

/** The state of a round as people read it: "training, step 41 of 300, 12 min left". */
export function describeState(round: RoundSituation): string {
  const { state } = round;
  if (round.isCancelRequested && !['ready', 'failed', 'cancelled'].includes(state)) return 'being cancelled';
  switch (state) {
    case 'queued':
      return round.queuedBehind ? `queued behind ${round.queuedBehind}` : 'queued';
    case 'failed':
      return round.failureReason ? `failed: ${round.failureReason}` : 'failed';
    case 'cancelled':
      return round.step > 0 ? join(['cancelled', stepInWords(round)]) : 'cancelled';
    case 'ready':
      return 'ready';
    case 'interrupted':
      return join([round.isHeld ? 'interrupted, resuming' : 'interrupted, waiting for a worker', stepInWords(round)]);
    case 'preparing':
    case 'evaluating':
    case 'training':
      if (!round.isHeld) return join(['interrupted, waiting for a worker', stepInWords(round)]);
      if (state === 'training') return join(['training', stepInWords(round), describeTimeLeft(round.secondsLeft)]);
      return state;
  }
}
