'use client';

import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import { pinch } from '@/lib/core/geometry/view-moves';
import { screenPoint, toPage, type ScreenPoint, type Viewport } from '@/lib/core/geometry/viewport';
import { countClicks, type Press } from '@/lib/core/tools/count-clicks';
import { cueAt, type HoverCue } from '@/lib/core/tools/cursor';
import { stepTool } from '@/lib/core/tools/step-tool';
import { idleState, type ToolContext, type ToolEffect, type ToolEvent, type ToolState } from '@/lib/core/tools/types';
import { useHeldKey } from './use-held-key';

interface Options {
  readonly context: ToolContext;
  readonly onEffect: (effect: ToolEffect) => void;
  readonly onPinch: (next: (viewport: Viewport) => Viewport) => void;
}

const buttons = ['primary', 'middle'] as const;
const noCue: HoverCue = { kind: 'none' };
const isSameCue = (a: HoverCue, b: HoverCue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Leads pointer events through the tool states of `lib/core/tools`. */
export function useTool({ context, onEffect, onPinch }: Options) {
  const [state, setState] = useState<ToolState>(idleState);
  const [cue, setCue] = useState<HoverCue>(noCue);
  const current = useRef<ToolState>(idleState);
  const latest = useRef({ context, onEffect });
  latest.current = { context, onEffect };
  const lastPress = useRef<Press | null>(null);
  const fingers = useRef(new Map<number, ScreenPoint>());
  const isSpaceHeld = useRef(false);
  useHeldKey([' '], (isHeld) => (isSpaceHeld.current = isHeld));

  const dispatch = useCallback((event: ToolEvent) => {
    const step = stepTool(current.current, event, latest.current.context);
    if (step.state !== current.current) setState(step.state);
    current.current = step.state;
    step.effects.forEach(latest.current.onEffect);
  }, []);
  const cancel = useCallback(() => dispatch({ type: 'cancel' }), [dispatch]);
  // Another tool or another page drops what was begun.
  const { tool, words } = context;
  useEffect(() => {
    cancel();
    setCue(noCue);
  }, [cancel, tool, words]);

  const placeOf = (event: PointerEvent<HTMLElement>) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const screen = screenPoint(event.clientX - bounds.left, event.clientY - bounds.top);
    return { screen, page: toPage(context.view.viewport, context.view.page, screen) };
  };
  /** Two fingers zoom and pan; whatever one of them began is dropped. */
  const pinchWith = (event: PointerEvent<HTMLElement>): boolean => {
    const known = fingers.current.get(event.pointerId);
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    const { screen } = placeOf(event);
    if (known) fingers.current.set(event.pointerId, screen);
    if (!known || !other) return false;
    onPinch((now) => pinch(now, [other, known], [other, screen]));
    return true;
  };
  const lift = (event: PointerEvent<HTMLElement>) => fingers.current.delete(event.pointerId);

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      const place = placeOf(event);
      if (event.pointerType === 'touch') fingers.current.set(event.pointerId, place.screen);
      if (fingers.current.size > 1) return cancel();
      lastPress.current = countClicks(lastPress.current, event.timeStamp, place.screen);
      return dispatch({
        type: 'down',
        ...place,
        clicks: lastPress.current.clicks,
        button: buttons[event.button] ?? 'other',
        space: isSpaceHeld.current,
        shift: event.shiftKey,
        alt: event.altKey,
        extend: event.ctrlKey || event.metaKey,
      });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (pinchWith(event)) return;
      const place = placeOf(event);
      if (current.current.kind !== 'idle') return dispatch({ type: 'move', ...place });
      const next = cueAt(context, place.screen);
      setCue((now) => (isSameCue(now, next) ? now : next));
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      lift(event);
      dispatch({ type: 'up', ...placeOf(event) });
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      lift(event);
      cancel();
    },
    onPointerLeave: () => setCue(noCue),
  };
  return { state, cue: state.kind === 'idle' ? cue : noCue, handlers, cancel };
}
