import { describe, expect, it } from 'vitest';
import { describeState, describeTimeLeft, type RoundSituation } from '@/lib/core/round/describe-state';

const base: RoundSituation = {
  state: 'training',
  step: 41,
  plannedSteps: 300,
  secondsLeft: 720,
  phase: 'training',
  isHeld: true,
  isCancelRequested: false,
  stopRequest: null,
  queuedBehind: null,
  missingWorker: null,
  failureReason: null,
};

describe('the state of a round in words', () => {
  const cases: readonly (readonly [Partial<RoundSituation>, string])[] = [
    [{}, 'training, step 41 of 300, 12 min left'],
    [{ secondsLeft: null }, 'training, step 41 of 300'],
    [{ state: 'queued', step: 0 }, 'queued'],
    [{ state: 'queued', queuedBehind: 'round 2', step: 0 }, 'queued behind round 2'],
    [{ state: 'preparing' }, 'preparing'],
    [{ state: 'evaluating' }, 'evaluating'],
    [{ state: 'interrupted' }, 'interrupted, resuming, step 41 of 300'],
    [{ state: 'interrupted', isHeld: false }, 'interrupted, waiting for a worker, step 41 of 300'],
    [{ isHeld: false }, 'interrupted, waiting for a worker, step 41 of 300'],
    [{ isCancelRequested: true }, 'being cancelled'],
    [{ state: 'cancelled', isCancelRequested: true }, 'cancelled, step 41 of 300'],
    [{ state: 'cancelled', step: 0 }, 'cancelled'],
    [{ state: 'failed', failureReason: 'the disk is full' }, 'failed: the disk is full'],
    [{ state: 'ready' }, 'ready'],
    [{ state: 'queued', missingWorker: 'no GPU worker is connected' }, 'queued: no GPU worker is connected'],
    [{ state: 'queued', queuedBehind: 'round 2', step: 40 }, 'queued behind round 2, goes on after step 40 of 300'],
    [{ state: 'preparing', phase: 'booting' }, 'booting'],
    [{ phase: 'booting' }, 'booting'],
    [{ phase: 'checkpointing' }, 'checkpointing, step 41 of 300, 12 min left'],
    [{ phase: 'pushing' }, 'sending checkpoints home, step 41 of 300'],
    [{ stopRequest: 'pause' }, 'pausing, step 41 of 300'],
    [{ stopRequest: 'keep-best' }, 'stopping, keeps the best, step 41 of 300'],
    [{ state: 'interrupted', isHeld: false, missingWorker: 'no GPU worker is connected' }, 'interrupted, no GPU worker is connected, step 41 of 300'],
    [{ state: 'paused' }, 'paused, step 41 of 300'],
    [{ state: 'paused', step: 0 }, 'paused'],
    [{ state: 'paused', failureReason: 'the disk is full' }, 'paused, step 41 of 300: the disk is full'],
  ];
  for (const [change, words] of cases) {
    it(words, () => expect(describeState({ ...base, ...change })).toBe(words));
  }

  it('says the time left in the unit that fits', () => {
    expect([null, 0.2, 4.2, 89, 90, 3600, 7200].map(describeTimeLeft)).toEqual([
      null,
      'nearly done',
      '5 s left',
      '89 s left',
      '2 min left',
      '60 min left',
      '2.0 h left',
    ]);
  });
});
