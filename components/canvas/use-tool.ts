'use client';

import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { PixelSize } from '@/lib/core/geometry/box';
import { screenPoint, toPage, type Viewport } from '@/lib/core/geometry/viewport';
import { wordAt, type WordIndex } from '@/lib/core/geometry/word-index';
import { stepTool } from '@/lib/core/tools/step-tool';
import { idleState, type CanvasTool, type ToolEffect, type ToolEvent, type ToolState } from '@/lib/core/tools/types';

interface Options {
  readonly tool: CanvasTool;
  readonly words: WordIndex;
  readonly page: PixelSize;
  readonly viewport: Viewport;
  readonly isReadOnly: boolean;
  readonly onEffect: (effect: ToolEffect) => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/** Whether the space bar is held outside of a text field. */
function useSpaceHeld() {
  const held = useRef(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== ' ') return;
      held.current = event.type === 'keydown' && !isTyping(event.target);
    };
    window.addEventListener('keydown', listen);
    window.addEventListener('keyup', listen);
    return () => {
      window.removeEventListener('keydown', listen);
      window.removeEventListener('keyup', listen);
    };
  }, []);
  return held;
}

const buttons = ['primary', 'middle'] as const;

/** Leads pointer events through the tool states of `lib/core/tools`. */
export function useTool({ tool, words, page, viewport, isReadOnly, onEffect }: Options) {
  const [state, setState] = useState<ToolState>(idleState);
  const [hovered, setHovered] = useState<number | null>(null);
  const current = useRef<ToolState>(idleState);
  const space = useSpaceHeld();
  const dispatch = useCallback(
    (event: ToolEvent) => {
      const step = stepTool(current.current, event, { tool: isReadOnly ? 'pan' : tool, words });
      current.current = step.state;
      setState(step.state);
      step.effects.forEach(onEffect);
    },
    [tool, words, isReadOnly, onEffect],
  );
  const cancel = useCallback(() => dispatch({ type: 'cancel' }), [dispatch]);
  // Another tool (and with it another `cancel`) drops what was begun.
  useEffect(() => cancel(), [cancel]);

  const placeOf = (event: PointerEvent<HTMLElement>) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const screen = screenPoint(event.clientX - bounds.left, event.clientY - bounds.top);
    return { screen, page: toPage(viewport, page, screen) };
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      dispatch({
        type: 'down',
        ...placeOf(event),
        button: buttons[event.button] ?? 'other',
        space: space.current,
        shift: event.shiftKey,
        extend: event.ctrlKey || event.metaKey,
      });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const place = placeOf(event);
      if (current.current.kind === 'idle') setHovered(isReadOnly ? null : wordAt(words, place.page));
      else dispatch({ type: 'move', ...place });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => dispatch({ type: 'up', ...placeOf(event) }),
    onPointerCancel: cancel,
    onPointerLeave: () => setHovered(null),
  };
  return { state, hovered: tool === 'select' ? hovered : null, handlers, cancel };
}
