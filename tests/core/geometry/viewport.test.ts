import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageBox } from '@/lib/core/geometry/box';
import type { QuarterTurns } from '@/lib/core/geometry/turns';
import { fitPage, keepInReach, maxScale, minScale, panBy, pinch, reveal, turnView, zoomAt } from '@/lib/core/geometry/view-moves';
import { boxBetween, pagePoint, screenPoint, toPage, toScreen, toScreenBox } from '@/lib/core/geometry/viewport';

const page = { width: 1000, height: 1400 };
const canvas = { width: 800, height: 600 };
const length = fc.double({ min: -2000, max: 2000, noNaN: true });
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const anyTurns = fc.constantFrom<QuarterTurns>(0, 1, 2, 3);
const anyViewport = fc.record({ scale: fc.double({ min: 0.1, max: 4, noNaN: true }), x: length, y: length, turns: anyTurns });
const wholePage = [0, 0, 1, 1] as unknown as PageBox;

describe('the viewport', () => {
  it('brings a point from the page to the screen and back, however the page is turned', () => {
    fc.assert(
      fc.property(anyViewport, unit, unit, (viewport, x, y) => {
        const back = toPage(viewport, page, toScreen(viewport, page, pagePoint(x, y)));
        expect(back.x).toBeCloseTo(x, 6);
        expect(back.y).toBeCloseTo(y, 6);
      }),
    );
  });

  it('turns the page clockwise: its top left corner goes to the top right', () => {
    const turned = { scale: 1, x: 0, y: 0, turns: 1 } as const;
    expect(toScreen(turned, page, pagePoint(0, 0))).toEqual({ x: 1400, y: 0 });
    expect(toScreen(turned, page, pagePoint(1, 0))).toEqual({ x: 1400, y: 1000 });
    expect(toScreenBox(turned, page, [0, 0, 0.5, 1] as unknown as PageBox)).toEqual([0, 0, 1400, 500]);
  });

  it('keeps what lies in the middle while it turns, and is as before after four turns', () => {
    fc.assert(
      fc.property(anyViewport, fc.integer({ min: -5, max: 5 }), (viewport, by) => {
        const middle = screenPoint(canvas.width / 2, canvas.height / 2);
        const before = toPage(viewport, page, middle);
        const after = toPage(turnView(viewport, page, canvas, by), page, middle);
        expect(after.x).toBeCloseTo(before.x, 6);
        expect(after.y).toBeCloseTo(before.y, 6);
        const around = [1, 1, 1, 1].reduce((now, quarter) => turnView(now, page, canvas, quarter), viewport);
        expect(around.turns).toBe(viewport.turns);
        expect(around.x).toBeCloseTo(viewport.x, 6);
        expect(around.y).toBeCloseTo(viewport.y, 6);
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

  it('shows the whole page when it fits it, turned or not', () => {
    fc.assert(
      fc.property(anyTurns, (turns) => {
        const [x0, y0, x1, y1] = toScreenBox(fitPage(page, canvas, turns), page, wholePage);
        expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(0);
        expect(x1).toBeLessThanOrEqual(canvas.width);
        expect(y1).toBeLessThanOrEqual(canvas.height);
      }),
    );
  });

  it('pans no further than needed to reveal a box, and not at all where it is in view', () => {
    const box = [0.1, 0.1, 0.2, 0.12] as unknown as PageBox;
    const inView = { scale: 0.5, x: -40, y: -60, turns: 0 } as const;
    expect(reveal(inView, page, canvas, box)).toBe(inView);
    const [x0, y0, x1, y1] = toScreenBox(reveal(panBy(inView, -3000, 900), page, canvas, box), page, box);
    expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(48 - 1e-6);
    expect(x1).toBeLessThanOrEqual(canvas.width - 48);
    expect(y1).toBeLessThanOrEqual(canvas.height - 48 + 1e-6);
  });

  it('never loses the page: some of it stays in the canvas wherever it is dragged', () => {
    fc.assert(
      fc.property(anyViewport, (viewport) => {
        const kept = keepInReach(viewport, page, canvas);
        const [x0, y0, x1, y1] = toScreenBox(kept, page, wholePage);
        expect(Math.min(x1, canvas.width) - Math.max(x0, 0)).toBeGreaterThanOrEqual(64 - 1e-6);
        expect(Math.min(y1, canvas.height) - Math.max(y0, 0)).toBeGreaterThanOrEqual(64 - 1e-6);
        const again = keepInReach(kept, page, canvas);
        expect(again.x).toBeCloseTo(kept.x, 6);
        expect(again.y).toBeCloseTo(kept.y, 6);
      }),
    );
  });

  it('follows two fingers: what lay between them still does, as much larger as they are further apart', () => {
    const from = [screenPoint(100, 100), screenPoint(200, 100)] as const;
    const to = [screenPoint(150, 300), screenPoint(350, 300)] as const;
    const viewport = { scale: 0.5, x: 10, y: 20, turns: 1 } as const;
    const pinched = pinch(viewport, from, to);
    expect(pinched.scale).toBeCloseTo(1, 9);
    const before = toPage(viewport, page, screenPoint(150, 100));
    const after = toPage(pinched, page, screenPoint(250, 300));
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
  });

  it('cuts a drawn box to the page, whichever corner came first', () => {
    expect(boxBetween(pagePoint(1.4, 0.6), pagePoint(0.5, -0.2))).toEqual([0.5, 0, 1, 0.6]);
  });
});
