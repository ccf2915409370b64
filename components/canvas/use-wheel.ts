'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { screenPoint, type ScreenPoint } from '@/lib/core/geometry/viewport';

interface Moves {
  readonly zoom: (factor: number, at: ScreenPoint) => void;
  readonly pan: (dx: number, dy: number) => void;
}

/** Wheel pixels for a zoom of e. */
const wheelPerZoom = 300;
/** Pixels for one unit of a wheel that counts in pixels, lines or pages (`deltaMode`). */
const pixelsOf = [1, 16, 400] as const;

/** Wheel and touchpad: pan, with Shift sideways; zoom with Ctrl, which is also what a pinch on a touchpad says. */
export function useWheel(frame: RefObject<HTMLElement | null>, moves: Moves): void {
  const latest = useRef(moves);
  latest.current = moves;
  useEffect(() => {
    const element = frame.current;
    const listen = (event: WheelEvent) => {
      // Without this the browser would zoom or scroll the whole screen.
      event.preventDefault();
      const unit = pixelsOf[event.deltaMode] ?? 1;
      const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
      const bounds = (event.currentTarget as HTMLElement).getBoundingClientRect();
      if (event.ctrlKey || event.metaKey) {
        latest.current.zoom(Math.exp(-dy / wheelPerZoom), screenPoint(event.clientX - bounds.left, event.clientY - bounds.top));
      } else if (event.shiftKey && dx === 0) latest.current.pan(-dy, 0);
      else latest.current.pan(-dx, -dy);
    };
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, [frame]);
}
