import type { PreflightFinding } from './outside-events';

/** How a trainer's process ended, as the worker saw it (`docs/run-folder.md`, How it ends). */
export interface TrainerEnd {
  /** What `finished.json` says; null where there is none. */
  readonly finished: { readonly step: number; readonly plannedSteps: number } | null;
  /** Null where a signal ended it or it never started. */
  readonly code: number | null;
  readonly signal: string | null;
  /** Why it could not be started at all: the system's code, such as ENOENT. */
  readonly startError: string | null;
  /** What whoever ran it says of the end, as a sentence. */
  readonly words?: string;
  /** Of the `failed` event. */
  readonly said: string | null;
  readonly findings: readonly PreflightFinding[];
  readonly step: number;
  /** A person or the budget asked for an early end. */
  readonly isEarlyAsked: boolean;
  readonly isStopAsked: boolean;
}

export type TrainerVerdict =
  | { readonly kind: 'finished' }
  /** Stopped as asked; the state is kept. */
  | { readonly kind: 'stopped' }
  /** Another attempt may get through. */
  | { readonly kind: 'again'; readonly reason: string }
  /** Somebody has to mend something first; what was reached is kept. */
  | { readonly kind: 'hold'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

const at = ({ step }: TrainerEnd): string => (step > 0 ? `at step ${step}` : 'before the first step');
const withWords = (sentence: string, said: string | null): string => (said === null || said === '' ? sentence : `${sentence} It said: ${said}`);

function refusedBy(end: TrainerEnd): string {
  const refused = end.findings.filter(({ level }) => level === 'refused').map(({ message }) => message);
  return refused.length > 0 ? `The pre-flight refused to start: ${refused.join(' ')}` : withWords('The pre-flight refused to start.', end.said);
}

function judgeCode(end: TrainerEnd, code: number): TrainerVerdict {
  const { said } = end;
  switch (code) {
    case 2:
      return { kind: 'failed', reason: withWords('The trainer cannot use what it was given.', said) };
    case 3:
      return { kind: 'failed', reason: refusedBy(end) };
    case 4:
      return {
        kind: 'failed',
        reason: withWords(`Memory ran out ${at(end)}. Repeat it with a smaller micro batch, fewer completion tokens or pixels, or a smaller preset.`, said),
      };
    case 5:
      return {
        kind: 'failed',
        reason: withWords(`The loss stopped being a number ${at(end)}. Repeat it with a lower learning rate or in fp32.`, said),
      };
    case 6:
      return { kind: 'hold', reason: 'the disk of the GPU worker is full. Free some room there, then resume; nothing that was saved is lost' };
    case 7:
      return { kind: 'again', reason: 'The trainer stopped because its worker was gone.' };
    case 8:
      return { kind: 'again', reason: "Another trainer is still at work in this round's folder." };
    case 9:
      return { kind: 'failed', reason: withWords(`No completion could be scored ${at(end)}.`, said) };
    default:
      return {
        kind: 'again',
        reason: withWords(
          code === 0 ? `The trainer ended ${at(end)} without having finished.` : `The trainer broke ${at(end)} (exit code ${code}).`,
          said ?? end.words ?? null,
        ),
      };
  }
}

/**
 * What to make of a trainer's end. Finished is what `finished.json` says, at the
 * planned step unless an early end was asked for; exit code 0 alone is nothing.
 */
export function judgeEnd(end: TrainerEnd): TrainerVerdict {
  const { finished, code, signal, startError } = end;
  if (finished) {
    if (finished.step === finished.plannedSteps || end.isEarlyAsked) return { kind: 'finished' };
    return { kind: 'failed', reason: `The trainer says that it finished, but at step ${finished.step} of ${finished.plannedSteps}.` };
  }
  if (startError !== null) {
    return {
      kind: 'hold',
      reason: `the trainer could not be started on the GPU worker (${startError}). Run "npm run trainer:install" there, then resume`,
    };
  }
  if (code === 7 && (end.isStopAsked || end.isEarlyAsked)) return { kind: 'stopped' };
  if (code !== null) return judgeCode(end, code);
  // Killed by us after the grace: what was saved before is there.
  if (end.isStopAsked) return { kind: 'stopped' };
  if (end.words !== undefined) return { kind: 'again', reason: end.words };
  const why = signal === 'SIGKILL' ? '; the system does so when its memory runs out' : '';
  return { kind: 'again', reason: `The trainer was killed (${signal ?? 'unknown signal'}) ${at(end)}${why}.` };
}
