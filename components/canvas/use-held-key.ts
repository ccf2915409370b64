'use client';

import { useEffect, useRef } from 'react';
import { isTyping } from '@/components/commands/is-typing';

/** Tells when one of the keys goes down outside of a text field, and when it is let go. */
export function useHeldKey(keys: readonly string[], onChange: (isHeld: boolean) => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  const wanted = keys.join();
  useEffect(() => {
    let isHeld = false;
    const become = (next: boolean) => {
      if (isHeld === next) return;
      isHeld = next;
      latest.current(next);
    };
    const listen = (event: KeyboardEvent) => {
      if (!wanted.split(',').includes(event.key.toLowerCase())) return;
      const isAlone = !event.ctrlKey && !event.metaKey && !event.altKey;
      become(event.type === 'keydown' && isAlone && !isTyping(event.target));
    };
    const letGo = () => become(false);
    window.addEventListener('keydown', listen);
    window.addEventListener('keyup', listen);
    // A key let go in another window is never heard of here.
    window.addEventListener('blur', letGo);
    return () => {
      window.removeEventListener('keydown', listen);
      window.removeEventListener('keyup', listen);
      window.removeEventListener('blur', letGo);
    };
  }, [wanted]);
}
