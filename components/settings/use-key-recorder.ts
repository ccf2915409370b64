'use client';

import { useEffect, useRef, useState } from 'react';
import type { Key } from '@/lib/core/commands/key';
import { readPress } from '@/lib/core/commands/key-press';
import { useKeys } from '../commands/keys-context';

/** Hears the next keys while it listens, before anything else does. Esc and Tab leave it. */
export function useKeyRecorder(isListening: boolean, onLeave: () => void): Key | null {
  const { isMac } = useKeys();
  const [pressed, setPressed] = useState<Key | null>(null);
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => {
    setPressed(null);
    if (!isListening) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      if (event.key === 'Tab') return leave.current();
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') return leave.current();
      const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
      const [first] = readPress({ key, code, ctrlKey, metaKey, altKey, shiftKey, altGraph: event.getModifierState('AltGraph') }, isMac);
      if (first !== undefined) setPressed(first);
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [isListening, isMac]);
  return pressed;
}
