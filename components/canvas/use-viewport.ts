'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { PageBox, PixelSize } from '@/lib/core/geometry/box';
import { fitPage, keepInReach, panBy, reveal, turnView, zoomAt } from '@/lib/core/geometry/view-moves';
import { screenPoint, type ScreenPoint, type Viewport } from '@/lib/core/geometry/viewport';
import { turnFurther } from '@/lib/core/geometry/turns';

/** How long the page glides to a field, in milliseconds; not at all where motion is off. */
const glideMs = 120;
const isStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

type Change = (next: (viewport: Viewport) => Viewport) => void;
interface Moved {
  /** Pages of this size are looked at in the same way: turning one keeps the zoom. */
  readonly page: string;
  readonly viewport: Viewport;
}

/** Zoom, pan and turn of pages; each fits the canvas until the person moves it. */
export function useViewport(page: PixelSize, canvas: PixelSize) {
  const [moved, setMoved] = useState<Moved | null>(null);
  const [turns, setTurns] = useState<Viewport['turns']>(0);
  const hasRoom = canvas.width > 0 && canvas.height > 0;
  const pageKey = `${page.width}×${page.height}`;
  const isMoved = moved?.page === pageKey;
  const viewport = isMoved ? moved.viewport : fitPage(page, hasRoom ? canvas : { width: 1, height: 1 }, turns);
  const current = useRef(viewport);
  current.current = viewport;
  const frame = useRef(0);

  const place = useCallback(
    (next: Viewport) => {
      current.current = next;
      setMoved({ page: pageKey, viewport: next });
    },
    [pageKey],
  );
  const change = useCallback<Change>(
    (next) => {
      cancelAnimationFrame(frame.current);
      place(keepInReach(next(current.current), page, canvas));
    },
    [place, page, canvas],
  );
  const glide = useCallback<Change>(
    (next) => {
      const from = current.current;
      const to = next(from);
      if (to === from) return;
      if (isStill()) return change(() => to);
      cancelAnimationFrame(frame.current);
      const startedAt = performance.now();
      const step = (now: number) => {
        const part = Math.min(1, Math.max(0, (now - startedAt) / glideMs));
        const eased = 1 - (1 - part) ** 3;
        place({ ...to, x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased });
        if (part < 1) frame.current = requestAnimationFrame(step);
      };
      frame.current = requestAnimationFrame(step);
    },
    [change, place],
  );
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const zoom = useCallback(
    (factor: number, at?: ScreenPoint) => change((now) => zoomAt(now, at ?? screenPoint(canvas.width / 2, canvas.height / 2), factor)),
    [change, canvas],
  );
  const pan = useCallback((dx: number, dy: number) => change((now) => panBy(now, dx, dy)), [change]);
  const fit = useCallback(() => setMoved(null), []);
  const turn = useCallback(
    (by: number) => {
      if (isMoved) change((now) => turnView(now, page, canvas, by));
      setTurns((now) => turnFurther(now, by));
    },
    [isMoved, change, page, canvas],
  );
  return { viewport, hasRoom, zoom, pan, fit, turn, change, glide };
}

/** Glides to the box whenever another field comes into focus. */
export function useReveal(target: { readonly key: string; readonly box: PageBox } | null, page: PixelSize, canvas: PixelSize, glide: Change): void {
  const key = target?.key ?? null;
  const latest = useRef<() => void>(() => undefined);
  latest.current = () => {
    if (target && canvas.width > 0) glide((now) => reveal(now, page, canvas, target.box));
  };
  // Only another field moves the page: a box that grows under the hand must not.
  useEffect(() => {
    if (key !== null) latest.current();
  }, [key]);
}
