'use client';

import { useEffect, useRef } from 'react';
import type { CommandInfo } from '@/lib/core/commands/command-info';
import type { Key } from '@/lib/core/commands/key';
import { scopes } from '@/lib/core/commands/scopes';
import { translator } from '@/messages/translator';
import type { PlacedCommand } from './command';
import { useLiveCommands, type LiveCommand } from './live-commands';

const t = translator('commands.palette');
const none: readonly never[] = [];

function bind<Context>(command: PlacedCommand<Context>, now: () => Context): LiveCommand {
  const isAvailable = (key?: Key): boolean => command.isAvailable?.(now(), key) ?? true;
  return {
    ...command,
    isOnce: command.isOnce ?? false,
    isAvailable,
    whyNot: () => (isAvailable() ? (command.whyNot?.(now()) ?? null) : (scopes[command.scope].needs ?? t('nothingHere'))),
    isPassedOn: (event) => command.isPassedOn?.(now(), event) ?? false,
    run: (key) => command.run(now(), key),
  };
}

/**
 * Gives a page its commands: their keys work, the palette and the help list them.
 * @param commands one stable list
 * @param fixed keys that something else on the page answers to, to be listed with them
 */
export function useCommands<Context>(commands: readonly PlacedCommand<Context>[], context: Context, fixed: readonly CommandInfo[] = none): void {
  const live = useLiveCommands();
  const latest = useRef(context);
  latest.current = context;
  useEffect(
    () => live.add({ commands: commands.map((command) => bind(command, () => latest.current)), fixed }),
    [live, commands, fixed],
  );
}
