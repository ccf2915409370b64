'use client';

import type { SpotlightActionData } from '@mantine/spotlight';
import { useRef, useState } from 'react';
import { commandId } from '@/lib/core/commands/command-info';
import classes from './commands.module.css';
import { globalCommands } from './global-commands';
import { CommandKey } from './KeyCaps';
import { outward, useLiveCommands, type LiveCommand } from './live-commands';

interface Offered {
  readonly command: LiveCommand;
  /** Why it would do nothing, as it was when the palette opened. */
  readonly reason: string | null;
}

const none: readonly Offered[] = [];
const isPalette = (command: LiveCommand): boolean => commandId(command) === commandId(globalCommands.palette);

/** The commands of the page in front as lines of the palette, asked for when it opens; done once it is closed. */
export function usePageActions() {
  const live = useLiveCommands();
  const [offered, setOffered] = useState(none);
  const before = useRef<Element | null>(null);
  const chosen = useRef<LiveCommand | null>(null);
  const actions: SpotlightActionData[] = offered.map(({ command, reason }) => ({
    id: commandId(command),
    label: command.title,
    rightSection: <CommandKey command={command} />,
    className: classes.action ?? '',
    ...(reason === null ? {} : { description: reason, disabled: true }),
    onClick: () => {
      chosen.current = command;
    },
  }));
  return {
    actions,
    onOpen: () => {
      before.current = document.activeElement;
      setOffered(outward(live.commands()).filter((command) => !isPalette(command)).map((command) => ({ command, reason: command.whyNot() })));
    },
    onClosed: () => {
      const command = chosen.current;
      chosen.current = null;
      // Back to where the cursor was: commands work on what is in focus.
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus({ preventScroll: true });
      command?.run();
    },
  };
}
