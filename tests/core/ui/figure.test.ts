import { describe, expect, it } from 'vitest';
import { percentWithInterval } from '@/components/ui/Figure';

describe('a figure', () => {
  it('has one decimal, and none where its interval is wider than ten points', () => {
    expect(percentWithInterval({ value: 0.914, low: 0.9, high: 0.93 })).toBe('91.4 ± 1.5');
    expect(percentWithInterval({ value: 0.914, low: 0.8, high: 1 })).toBe('91 ± 10');
  });

  it('stands alone where it has no interval, or one that is a point', () => {
    expect(percentWithInterval({ value: 0.914 })).toBe('91.4');
    expect(percentWithInterval({ value: 1, low: 1, high: 1 })).toBe('100.0');
  });
});
