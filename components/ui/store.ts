'use client';

import { useRef, useSyncExternalStore } from 'react';
import { afterPaint } from './after-paint';

/** State outside of React: whoever draws a part of it is drawn again when that part changes. */
export interface Readable<State> {
  readonly getState: () => State;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Store<State> extends Readable<State> {
  readonly change: (part: Partial<State>) => void;
}

export function createStore<State extends object>(initial: State): Store<State> {
  const listeners = new Set<() => void>();
  let state = initial;
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change: (part) => {
      state = { ...state, ...part };
      for (const listener of listeners) listener();
    },
  };
}

/** The same state once the browser has painted: for what nobody waits for while typing. */
export function laterStore<State>(source: Readable<State>): Readable<State> {
  const listeners = new Set<() => void>();
  let state = source.getState();
  let cancel: (() => void) | null = null;
  const catchUp = (): void => {
    cancel = null;
    state = source.getState();
    for (const listener of listeners) listener();
  };
  const onChange = (): void => {
    cancel ??= afterPaint(catchUp);
  };
  let leave = (): void => undefined;
  return {
    getState: () => state,
    subscribe: (listener) => {
      if (listeners.size === 0) {
        leave = source.subscribe(onChange);
        state = source.getState();
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        leave();
        cancel?.();
        cancel = null;
      };
    },
  };
}

/** Whether two flat objects, or two lists, hold the same. */
export function isSameParts<T extends object>(a: T, b: T): boolean {
  const [before, after] = [Object.entries(a), Object.entries(b)];
  return before.length === after.length && before.every(([key, value]) => Object.is(value, (b as Readonly<Record<string, unknown>>)[key]));
}

/** A part of a state; drawn again only where `isSame` sees another one. */
export function useStore<State, Part>(
  store: Readable<State>,
  select: (state: State) => Part,
  isSame: (a: Part, b: Part) => boolean = Object.is,
): Part {
  const held = useRef<{ readonly part: Part } | null>(null);
  const read = (): Part => {
    const part = select(store.getState());
    if (held.current === null || !isSame(held.current.part, part)) held.current = { part };
    return held.current.part;
  };
  return useSyncExternalStore(store.subscribe, read, read);
}
