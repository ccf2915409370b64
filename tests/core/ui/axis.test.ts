import { describe, expect, it } from 'vitest';
import { axisOf } from '@/components/rounds/axis';

const written = (values: readonly number[], least = 0): readonly string[] => {
  const { ticks, write } = axisOf(values, least);
  return ticks.map(write);
};

describe('the axis of a curve', () => {
  it('has round numbers on it, with room on both sides', () => {
    expect(written([1.36, 1.95])).toEqual(['1.2', '1.4', '1.6', '1.8', '2.0', '2.2']);
    expect(axisOf([1.36, 1.95], 0).domain).toEqual([1.2, 2.2]);
    expect(written([120, 480])).toEqual(['0', '200', '400', '600']);
  });

  it('does not go below what nothing is below', () => {
    expect(axisOf([0.01, 0.9], 0).domain[0]).toBe(0);
  });

  it('tells ticks apart, however close they are and however small', () => {
    for (const values of [[0.961, 0.968], [1e-6, 2e-8], [0.4, 0.4], [0, 0], []]) {
      const ticks = written(values);
      expect(ticks.length).toBeGreaterThan(1);
      expect(new Set(ticks).size).toBe(ticks.length);
    }
  });
});
