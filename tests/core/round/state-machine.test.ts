import { describe, expect, it } from 'vitest';
import {
  isTerminal,
  roundStates,
  statesThatAllow,
  transition,
  type RoundState,
  type RoundTransitionType,
} from '@/lib/core/round/state-machine';

const events = ['claimed', 'prepared', 'trained', 'evaluated', 'worker-lost', 'paused', 'resumed', 'failed', 'cancelled'] as const;
const eventOf = (type: RoundTransitionType) =>
  type === 'failed' ? { type, reason: 'the disk is full' } : { type };

/** Every state × every event; what is not named here cannot happen. */
const table: Readonly<Record<RoundState, Partial<Record<RoundTransitionType, RoundState>>>> = {
  queued: { claimed: 'preparing', paused: 'paused', failed: 'failed', cancelled: 'cancelled' },
  preparing: { claimed: 'interrupted', prepared: 'training', paused: 'paused', 'worker-lost': 'interrupted', failed: 'failed', cancelled: 'cancelled' },
  training: { claimed: 'interrupted', trained: 'evaluating', paused: 'paused', 'worker-lost': 'interrupted', failed: 'failed', cancelled: 'cancelled' },
  evaluating: { claimed: 'interrupted', evaluated: 'ready', 'worker-lost': 'interrupted', failed: 'failed', cancelled: 'cancelled' },
  interrupted: { claimed: 'interrupted', prepared: 'training', paused: 'paused', 'worker-lost': 'interrupted', failed: 'failed', cancelled: 'cancelled' },
  paused: { resumed: 'queued', failed: 'failed', cancelled: 'cancelled' },
  ready: {},
  failed: {},
  cancelled: {},
};

describe('the states of a round', () => {
  for (const state of roundStates) {
    for (const type of events) {
      const expected = table[state][type] ?? null;
      it(`${state} + ${type} → ${expected ?? 'refused'}`, () => {
        expect(transition(state, eventOf(type))).toBe(expected);
      });
    }
  }

  it('nothing happens to a round that has ended', () => {
    for (const state of roundStates.filter(isTerminal)) {
      for (const type of events) expect(transition(state, eventOf(type))).toBeNull();
    }
  });

  it('every state that has not ended can fail, be cancelled and still reach ready', () => {
    for (const state of roundStates.filter((one) => !isTerminal(one))) {
      let now: RoundState = state;
      for (const type of ['resumed', 'claimed', 'prepared', 'trained', 'evaluated'] as const) {
        now = transition(now, { type }) ?? now;
      }
      expect([state, now]).toEqual([state, 'ready']);
      expect(transition(state, { type: 'failed', reason: '' })).toBe('failed');
      expect(transition(state, { type: 'cancelled' })).toBe('cancelled');
    }
  });

  it('names the states in which an event can happen, for the conditional update', () => {
    expect(statesThatAllow('trained')).toEqual(['training']);
    expect(statesThatAllow('claimed')).toEqual(['queued', 'preparing', 'training', 'evaluating', 'interrupted']);
  });
});
