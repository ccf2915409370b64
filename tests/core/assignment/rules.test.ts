import { describe, expect, it } from 'vitest';
import { chooseHoneypot, isHoneypotTurn } from '@/lib/core/assignment/honeypots';
import { wantedAnnotators } from '@/lib/core/assignment/rules';

const rules = (overlapShare: number, honeypotShare = 0) => ({ overlapShare, overlapAnnotators: 3, honeypotShare });
const names = Array.from({ length: 2000 }, (_, index) => `document-${index}`);
const shareOf = <T>(items: readonly T[], has: (item: T) => boolean): number => items.filter(has).length / items.length;

describe('the documents that several people label', () => {
  it('are none at a share of 0 and all at a share of 1', () => {
    expect(names.every((name) => wantedAnnotators(rules(0), name) === 1)).toBe(true);
    expect(names.every((name) => wantedAnnotators(rules(1), name) === 3)).toBe(true);
  });

  it('are about the share that was asked for', () => {
    // Three standard deviations of a share of 0.2 among 2,000: 0.027.
    expect(Math.abs(shareOf(names, (name) => wantedAnnotators(rules(0.2), name) === 3) - 0.2)).toBeLessThan(0.027);
  });

  it('stay so when the share grows', () => {
    const few = names.filter((name) => wantedAnnotators(rules(0.1), name) === 3);
    expect(few.every((name) => wantedAnnotators(rules(0.4), name) === 3)).toBe(true);
  });
});

describe('honeypots', () => {
  const turn = (ordinal: number, annotatorId = 'ann') => ({ projectId: 'p', annotatorId, ordinal });

  it('come at about the rate that was asked for, in turns that differ from person to person', () => {
    const ordinals = names.map((_, index) => index);
    const ann = ordinals.filter((ordinal) => isHoneypotTurn(rules(0, 0.1), turn(ordinal)));
    const bob = ordinals.filter((ordinal) => isHoneypotTurn(rules(0, 0.1), turn(ordinal, 'bob')));
    expect(Math.abs(ann.length / names.length - 0.1)).toBeLessThan(0.021);
    expect(ann).not.toEqual(bob);
  });

  it('come never at a rate of 0', () => {
    expect(names.some((_, ordinal) => isHoneypotTurn(rules(0), turn(ordinal)))).toBe(false);
  });

  it('are the same for the same turn, in whatever order the candidates are found', () => {
    const candidates = names.slice(0, 20);
    expect(chooseHoneypot([...candidates].reverse(), turn(4))).toBe(chooseHoneypot(candidates, turn(4)));
    expect(chooseHoneypot([], turn(4))).toBeNull();
  });

  it('are not always the same document', () => {
    expect(new Set(names.slice(0, 50).map((_, ordinal) => chooseHoneypot(names.slice(0, 20), turn(ordinal)))).size).toBeGreaterThan(10);
  });
});
