'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { PageBox, PixelSize } from '@/lib/core/geometry/box';
import { fitPage, panBy, reveal, screenPoint, zoomAt, type ScreenPoint, type Viewport } from '@/lib/core/geometry/viewport';

/** Zoom and pan of one page; fits the page until the person moves it. */
export function useViewport(page: PixelSize, canvas: PixelSize, pageKey: string) {
  const [moved, setMoved] = useState<{ readonly pageKey: string; readonly viewport: Viewport } | null>(null);
  const hasRoom = canvas.width > 0 && canvas.height > 0;
  const fitted = fitPage(page, hasRoom ? canvas : { width: 1, height: 1 });
  const viewport = moved?.pageKey === pageKey ? moved.viewport : fitted;

  const change = useCallback(
    (next: (viewport: Viewport) => Viewport) =>
      setMoved((now) => ({
        pageKey,
        viewport: next(now?.pageKey === pageKey ? now.viewport : fitPage(page, canvas)),
      })),
    [pageKey, page, canvas],
  );
  const zoom = useCallback(
    (factor: number, at?: ScreenPoint) =>
      change((now) => zoomAt(now, at ?? screenPoint(canvas.width / 2, canvas.height / 2), factor)),
    [change, canvas],
  );
  const pan = useCallback((dx: number, dy: number) => change((now) => panBy(now, dx, dy)), [change]);
  const fit = useCallback(() => setMoved(null), []);
  return { viewport, hasRoom, zoom, pan, fit, change };
}

/** Pans to the boxes whenever another field comes into focus. */
export function useReveal(
  target: { readonly key: string; readonly box: PageBox } | null,
  page: PixelSize,
  canvas: PixelSize,
  change: (next: (viewport: Viewport) => Viewport) => void,
): void {
  const key = target?.key ?? null;
  const latest = useRef<() => void>(() => undefined);
  latest.current = () => {
    if (target && canvas.width > 0) change((now) => reveal(now, page, canvas, target.box));
  };
  // Only another field moves the page: a box that grows under the hand must not.
  useEffect(() => {
    if (key !== null) latest.current();
  }, [key]);
}
