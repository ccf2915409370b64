import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageBox } from '@/lib/core/geometry/box';
import { boxHandles, directionOnScreen, handleAt, handlePoint, isAtBox, moveBox, resizeBox } from '@/lib/core/geometry/box-handles';
import type { QuarterTurns } from '@/lib/core/geometry/turns';
import { pagePoint, screenPoint } from '@/lib/core/geometry/viewport';

const page = { width: 1000, height: 1400 };
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const anyBox = fc.tuple(unit, unit, unit, unit).map(
  ([a, b, c, d]) => [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as unknown as PageBox,
);
const anyView = fc
  .record({ scale: fc.double({ min: 0.05, max: 8, noNaN: true }), turns: fc.constantFrom<QuarterTurns>(0, 1, 2, 3) })
  .map(({ scale, turns }) => ({ page, viewport: { scale, turns, x: 0, y: 0 } }));
const step = fc.double({ min: -2, max: 2, noNaN: true });

function expectOnPage([x0, y0, x1, y1]: PageBox): void {
  expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(0);
  expect(Math.max(x1, y1)).toBeLessThanOrEqual(1);
  expect(x1).toBeGreaterThanOrEqual(x0);
  expect(y1).toBeGreaterThanOrEqual(y0);
}

describe('the handles of a box', () => {
  it('are eight, each found within five pixels of it at any zoom, box and turn', () => {
    expect(boxHandles).toHaveLength(8);
    const off = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(anyView, anyBox, fc.constantFrom(...boxHandles), off, off, (view, box, handle, dx, dy) => {
        const at = handlePoint(view, box, handle);
        expect(handleAt(view, box, screenPoint(at.x + dx, at.y + dy))).toEqual(handle);
      }),
    );
  });

  it('leave the middle of the box free to grab it, however small it is', () => {
    fc.assert(
      fc.property(anyView, anyBox, (view, box) => {
        const [a, b] = [handlePoint(view, box, { x: -1, y: -1 }), handlePoint(view, box, { x: 1, y: 1 })];
        const middle = screenPoint((a.x + b.x) / 2, (a.y + b.y) / 2);
        expect(handleAt(view, box, middle)).toBeNull();
        expect(isAtBox(view, box, middle, 0.001)).toBe(true);
      }),
    );
  });

  it('point the way that they do on the screen: the top edge of a page turned clockwise is on the right', () => {
    const view = { page, viewport: { scale: 1, x: 0, y: 0, turns: 1 } } as const;
    expect(directionOnScreen({ x: 0, y: -1 }, view)).toEqual({ x: 1, y: 0 });
  });
});

describe('a box', () => {
  it('keeps its size and stays on the page wherever it is moved', () => {
    fc.assert(
      fc.property(anyBox, step, step, (box, x, y) => {
        const moved = moveBox(box, pagePoint(x, y));
        expectOnPage(moved);
        expect(moved[2] - moved[0]).toBeCloseTo(box[2] - box[0], 9);
        expect(moved[3] - moved[1]).toBeCloseTo(box[3] - box[1], 9);
      }),
    );
  });

  it('stays on the page and never vanishes however it is pulled; edges that are not held stay', () => {
    fc.assert(
      fc.property(anyBox, fc.constantFrom(...boxHandles), step, step, (box, handle, x, y) => {
        const resized = resizeBox(box, handle, pagePoint(x, y), page);
        expectOnPage(resized);
        if (handle.x === 0) expect([resized[0], resized[2]]).toEqual([box[0], box[2]]);
        else expect(resized[2] - resized[0]).toBeGreaterThanOrEqual(2 / page.width - 1e-9);
        if (handle.y === 0) expect([resized[1], resized[3]]).toEqual([box[1], box[3]]);
        else expect(resized[3] - resized[1]).toBeGreaterThanOrEqual(2 / page.height - 1e-9);
      }),
    );
  });

  it('turns over where an edge is pulled past the other', () => {
    const box = [0.4, 0.4, 0.6, 0.6] as unknown as PageBox;
    const [x0, y0, x1, y1] = resizeBox(box, { x: -1, y: 0 }, pagePoint(0.3, 0.3), page);
    expect([x0, x1].map((edge) => edge.toFixed(3))).toEqual(['0.600', '0.700']);
    expect([y0, y1]).toEqual([0.4, 0.6]);
  });
});
