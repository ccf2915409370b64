'use client';

import { type PointerEvent, useRef, useState } from 'react';
import { screenPoint, type ScreenPoint } from '@/lib/core/geometry/viewport';
import { useHeldKey } from './use-held-key';

/** Where the glass is: over the pointer while M or Z is held, or all the time while it is switched on. */
export function useMagnifier(isOn: boolean) {
  const last = useRef<ScreenPoint | null>(null);
  const [isHeld, setIsHeld] = useState(false);
  const [at, setAt] = useState<ScreenPoint | null>(null);
  useHeldKey(['m', 'z'], (held) => {
    setIsHeld(held);
    setAt(last.current);
  });
  const isShown = isHeld || isOn;
  return {
    at: isShown ? at : null,
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const bounds = event.currentTarget.getBoundingClientRect();
      last.current = screenPoint(event.clientX - bounds.left, event.clientY - bounds.top);
      if (isShown) setAt(last.current);
    },
  };
}
