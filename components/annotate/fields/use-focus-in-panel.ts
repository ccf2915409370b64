'use client';

import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** Frames waited for a field that is being drawn because it came into focus. */
const patience = 12;

interface Options {
  readonly root: RefObject<HTMLElement | null>;
  readonly focus: string | null;
  /** Grows with each wish to put the cursor into the field in focus. */
  readonly cursorWish: number;
  /** Brings the block of a field into sight. */
  readonly reveal: (pointer: string) => void;
}

/** Keeps the field in focus in sight, and puts the cursor into it when asked. */
export function useFocusInPanel({ root, focus, cursorWish, reveal }: Options): void {
  const latest = useRef({ focus, reveal });
  latest.current = { focus, reveal };
  useEffect(() => {
    if (focus === null) return;
    const found = root.current?.querySelector(`[data-pointer="${CSS.escape(focus)}"]`);
    if (found) found.scrollIntoView({ block: 'nearest' });
    else latest.current.reveal(focus);
  }, [root, focus]);
  // At once, so that the next key goes into the field.
  useLayoutEffect(() => {
    const pointer = latest.current.focus;
    if (cursorWish === 0 || pointer === null) return;
    let frame = 0;
    const seek = (left: number): void => {
      const editor = root.current?.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"]`);
      if (!editor) {
        if (left > 0) frame = requestAnimationFrame(() => seek(left - 1));
        return;
      }
      editor.focus();
      if (editor instanceof HTMLInputElement || editor instanceof HTMLTextAreaElement) editor.select();
    };
    seek(patience);
    return () => cancelAnimationFrame(frame);
    // The wish counts, not the field: clicking into a field must not select its text.
  }, [root, cursorWish]);
}
