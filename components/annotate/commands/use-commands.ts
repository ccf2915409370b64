'use client';

import { useEffect, useRef } from 'react';
import { keyOf, type Command } from './command';

const inDialog = (): boolean => document.querySelector('[role="dialog"]') !== null;
const closest = (event: KeyboardEvent, selector: string): boolean =>
  event.target instanceof Element && event.target.closest(selector) !== null;

/** Runs commands by their keys while the page is in front and no dialog is open. */
export function useCommands<Context>(commands: readonly Command<Context>[], context: Context): void {
  const latest = useRef(context);
  latest.current = context;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || inDialog()) return;
      const isTyping = closest(event, 'input, textarea, select, [contenteditable]');
      // Typing elsewhere (a search box of the frame) is none of our business.
      if (isTyping && !closest(event, '[data-commands]')) return;
      const key = keyOf(event);
      const command = commands.find(({ keys }) => keys.includes(key));
      if (!command || (isTyping && !command.worksWhileTyping)) return;
      // A button in focus answers to these keys itself.
      if ((key === 'Enter' || key === 'Space') && closest(event, 'button, a, [role="separator"]')) return;
      if (command.isPassedOn?.(latest.current, event)) return;
      event.preventDefault();
      command.run(latest.current);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [commands]);
}
