import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageBox } from '@/lib/core/geometry/box';
import { boxBetween, fitPage, maxScale, minScale, pagePoint, panBy, reveal, screenPoint, toPage, toScreen, toScreenBox, zoomAt } from '@/lib/core/geometry/viewport';

const page = { width: 1000, height: 1400 };
const canvas = { width: 800, height: 600 };
const length = fc.double({ min: -2000, max: 2000, noNaN: true });
const anyViewport = fc.record({ scale: fc.double({ min: 0.1, max: 4, noNaN: true }), x: length, y: length });

describe('the viewport', () => {
  it('brings a point from the page to the screen and back', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyViewport, unit, unit, (viewport, x, y) => {
        const back = toPage(viewport, page, toScreen(viewport, page, pagePoint(x, y)));
        expect(back.x).toBeCloseTo(x, 6);
        expect(back.y).toBeCloseTo(y, 6);
      }),
    );
  });

  it('keeps what lies under the pointer in its place while zooming, within limits', () => {
    fc.assert(
      fc.property(anyViewport, fc.double({ min: 0.01, max: 100, noNaN: true }), (viewport, factor) => {
        const at = screenPoint(300, 200);
        const zoomed = zoomAt(viewport, at, factor);
        expect(zoomed.scale).toBeGreaterThanOrEqual(minScale);
        expect(zoomed.scale).toBeLessThanOrEqual(maxScale);
        const before = toPage(viewport, page, at);
        const after = toPage(zoomed, page, at);
        expect(after.x).toBeCloseTo(before.x, 6);
        expect(after.y).toBeCloseTo(before.y, 6);
      }),
    );
  });

  it('shows the whole page when it fits it', () => {
    const [x0, y0, x1, y1] = toScreenBox(fitPage(page, canvas), page, [0, 0, 1, 1] as unknown as PageBox);
    expect(x0).toBeGreaterThanOrEqual(0);
    expect(y0).toBeGreaterThanOrEqual(0);
    expect(x1).toBeLessThanOrEqual(canvas.width);
    expect(y1).toBeLessThanOrEqual(canvas.height);
  });

  it('pans no further than needed to reveal a box, and not at all where it is in view', () => {
    const box = [0.1, 0.1, 0.2, 0.12] as unknown as PageBox;
    const inView = { scale: 0.5, x: 50, y: 50 };
    expect(reveal(inView, page, canvas, box)).toEqual(inView);
    const [x0, y0, x1, y1] = toScreenBox(reveal(panBy(inView, -3000, 900), page, canvas, box), page, box);
    expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(48 - 1e-6);
    expect(x1).toBeLessThanOrEqual(canvas.width - 48);
    expect(y1).toBeLessThanOrEqual(canvas.height - 48 + 1e-6);
  });

  it('cuts a drawn box to the page, whichever corner came first', () => {
    expect(boxBetween(pagePoint(1.4, 0.6), pagePoint(0.5, -0.2))).toEqual([0.5, 0, 1, 0.6]);
  });
});
