import { describe, expect, it } from 'vitest';
import { chooseBest } from '@/lib/core/round/best-checkpoint';
import { describeBytes } from '@/lib/core/round/describe-bytes';
import { inspectRollout } from '@/lib/core/round/inspect-rollout';
import { passRatesOf } from '@/lib/core/round/pass-rates';
import type { RecordSchema } from '@/lib/core/schema/types';

const schema: RecordSchema = { type: 'object', properties: { name: { type: 'string' }, age: { type: 'string' }, sex: { type: 'string' } } };
const gold = { name: 'Ann Lee', age: '41', sex: '' };

describe('a completion held against gold', () => {
  const inspect = (completion: string, requested: readonly string[] | null = null) => inspectRollout({ completion, gold, schema, requested, think: true });

  it('names what is wrong, missing and invented, with what gold says', () => {
    const { leaves, right, thought } = inspect('<think>young</think><answer>{"name": "Ann Lee", "age": "14", "sex": "F"}</answer>');
    expect([right, thought]).toEqual([1, 'young']);
    expect(leaves).toEqual([
      { path: 'age', pointer: '/age', gold: '41', said: '14', outcome: 'wrong' },
      { path: 'sex', pointer: '/sex', gold: null, said: 'F', outcome: 'invented' },
    ]);
    expect(inspect('<answer>{"name": "Ann Lee"}</answer>').leaves).toMatchObject([{ pointer: '/age', outcome: 'missing' }]);
  });

  it('asks only for the keys that were asked for, and says where nothing can be read', () => {
    expect(inspect('<answer>{"name": "Ann Lee"}</answer>', ['name']).leaves).toEqual([]);
    expect(inspect('I cannot read it.')).toMatchObject({ isUnreadable: true, right: 0 });
  });
});

describe('how documents came to be read', () => {
  it('puts the hardest first, by the last quarter of the steps', () => {
    const steps = Array.from({ length: 8 }, (_, place) => place + 1);
    const earned = steps.flatMap((step) => [
      { documentId: 'easy', step, share: 1, isZeroVariance: true },
      { documentId: 'learnt', step, share: step / 10, isZeroVariance: false },
    ]);
    expect(passRatesOf(earned)).toMatchObject([
      { documentId: 'learnt', seen: 8, first: 0.15000000000000002, last: 0.75, zeroVariance: 0 },
      { documentId: 'easy', seen: 8, first: 1, last: 1, zeroVariance: 1 },
    ]);
  });
});

describe('the checkpoint that a round keeps', () => {
  const at = (step: number, role: 'trained' | 'warm-start' = 'trained') => ({ manifest: { role, step } });

  it('is the best on validation, of equals the latest, and never the supervised start', () => {
    const all = [at(0, 'warm-start'), at(20), at(40), at(60)];
    expect(chooseBest(all, new Map([[0, 1], [20, 0.8], [40, 0.8], [60, 0.7]]))?.manifest.step).toBe(40);
    expect(chooseBest(all, new Map())?.manifest.step).toBe(60);
    expect(chooseBest([at(0, 'warm-start')], new Map())).toBeNull();
  });
});

describe('the size of a file', () => {
  it('is said in the unit that fits', () => {
    expect([0, 1023, 2_000, 3 * 2 ** 20, 1.5 * 2 ** 30].map(describeBytes)).toEqual(['0 B', '1023 B', '2.0 KiB', '3.0 MiB', '1.5 GiB']);
  });
});
