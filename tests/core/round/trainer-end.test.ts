import { describe, expect, it } from 'vitest';
import { judgeEnd, type TrainerEnd } from '@/lib/core/round/trainer-end';

const end: TrainerEnd = {
  finished: null, code: null, signal: null, startError: null, said: null, findings: [], step: 41, isEarlyAsked: false, isStopAsked: false,
};
const done = { step: 300, plannedSteps: 300 };

describe("how a trainer's end is judged", () => {
  const cases: readonly (readonly [string, Partial<TrainerEnd>, string])[] = [
    ['finished.json at the planned step', { code: 0, finished: done }, 'finished'],
    ['finished.json, though the process aborted on its way out', { signal: 'SIGABRT', finished: done }, 'finished'],
    ['finished.json before the planned step', { code: 0, finished: { step: 41, plannedSteps: 300 } }, 'failed'],
    ['finished.json before the planned step, as asked', { code: 0, finished: { step: 41, plannedSteps: 300 }, isEarlyAsked: true }, 'finished'],
    ['exit code 0 and no finished.json', { code: 0 }, 'again'],
    ['a fault of the trainer', { code: 1 }, 'again'],
    ['bad input', { code: 2 }, 'failed'],
    ['a refusal of the pre-flight', { code: 3 }, 'failed'],
    ['out of memory', { code: 4 }, 'failed'],
    ['a loss that is no number', { code: 5 }, 'failed'],
    ['a full disk', { code: 6 }, 'hold'],
    ['stopped as asked', { code: 7, isStopAsked: true }, 'stopped'],
    ['stopped though nobody asked', { code: 7 }, 'again'],
    ['another trainer in the folder', { code: 8 }, 'again'],
    ['nothing that could be scored', { code: 9 }, 'failed'],
    ['a code that nobody knows', { code: 77 }, 'again'],
    ['killed by the system', { signal: 'SIGKILL' }, 'again'],
    ['killed by its worker after the grace', { signal: 'SIGKILL', isStopAsked: true }, 'stopped'],
    ['never started', { startError: 'ENOENT' }, 'hold'],
  ];
  for (const [name, changes, kind] of cases) {
    it(`${name}: ${kind}`, () => expect(judgeEnd({ ...end, ...changes }).kind).toBe(kind));
  }

  it('says at which step, what the trainer said, and what to do', () => {
    expect(judgeEnd({ ...end, code: 4, said: 'CUDA out of memory' })).toEqual({
      kind: 'failed',
      reason:
        'Memory ran out at step 41. Repeat it with a smaller micro batch, fewer completion tokens or pixels, or a smaller preset. It said: CUDA out of memory',
    });
  });
});
