'use client';

import { useEffect } from 'react';
import { typesCharacter, type Key } from '@/lib/core/commands/key';
import { readPress } from '@/lib/core/commands/key-press';
import { resolveKey } from '@/lib/core/commands/resolve-key';
import { isTyping } from './is-typing';
import { useKeys } from './keys-context';
import type { LiveCommand } from './live-commands';
import { useLiveCommands } from './live-commands';

const inDialog = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
const isIn = ({ target }: KeyboardEvent, selector: string): boolean => target instanceof Element && target.closest(selector) !== null;
/** These answer to letters and arrows themselves. */
const isWalked = (event: KeyboardEvent): boolean => isIn(event, '[role="menu"], [role="listbox"], [role="slider"]');
/** A button in focus answers to these keys itself. */
const isPressed = (event: KeyboardEvent, key: Key): boolean =>
  (key === 'Enter' || key === 'Space') && isIn(event, 'button, a, summary, [role="separator"]');

/** The one place where keys become commands: while no dialog is open and no input method is at work. */
export function useKeyListener(): void {
  const live = useLiveCommands();
  const { own, isMac } = useKeys();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || inDialog() || isWalked(event)) return;
      // A cell that begins to be typed in has opened its editor for this very key.
      const isTyped = isTyping(event.target) || isTyping(document.activeElement);
      // Typing outside of the page (a search box of the frame) is none of its business.
      const isOurs = !isTyped || isIn(event, '[data-commands]');
      const fits = (command: LiveCommand, key: Key): boolean =>
        (!isTyped || (command.worksWhileTyping && !typesCharacter(key) && (isOurs || command.scope === 'global'))) && command.isAvailable(key);
      const { key: pressed, code, ctrlKey, metaKey, altKey, shiftKey } = event;
      const altGraph = event.getModifierState('AltGraph');
      const readings = readPress({ key: pressed, code, ctrlKey, metaKey, altKey, shiftKey, altGraph }, isMac);
      const found = resolveKey(live.commands(), own, readings, fits);
      if (!found || isPressed(event, found.key) || found.command.isPassedOn(event)) return;
      event.preventDefault();
      if ((event.repeat && found.command.isOnce) || found.command.whyNot() !== null) return;
      found.command.run(found.key);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [live, own, isMac]);
}
