import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenBox, windowAround } from '@/lib/core/annotation/spoken-box';

describe('a box in words', () => {
  it('says what stands there and where', () => {
    expect(spokenBox('Name: Ann Lee', [0.124, 0.08, 0.3, 0.1])).toBe('Name: Ann Lee, box at 12 % across, 8 % down');
  });
});

describe('the window of a long list', () => {
  const sizes = fc.record({ count: fc.integer({ min: 1, max: 5_000 }), most: fc.integer({ min: 1, max: 100 }), share: fc.double({ min: 0, max: 0.999, noNaN: true }) });

  it('holds the active item, and as many as may be drawn', () => {
    fc.assert(
      fc.property(sizes, ({ count, most, share }) => {
        const active = Math.floor(share * count);
        const [from, to] = windowAround(active, count, most);
        expect(from).toBeLessThanOrEqual(active);
        expect(to).toBeGreaterThan(active);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to - from).toBe(Math.min(count, most));
      }),
    );
  });
});
