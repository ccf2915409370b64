import { createContext, useContext } from 'react';
import { commandId, type CommandInfo } from '@/lib/core/commands/command-info';
import type { Key } from '@/lib/core/commands/key';
import { depthOf } from '@/lib/core/commands/scopes';

/** A command of a page that is open, bound to what it works on. */
export interface LiveCommand extends CommandInfo {
  readonly worksWhileTyping: boolean;
  readonly isOnce: boolean;
  readonly isAvailable: (key?: Key) => boolean;
  /** Why it would do nothing now; null where it works. */
  readonly whyNot: () => string | null;
  readonly isPassedOn: (event: KeyboardEvent) => boolean;
  readonly run: (key?: Key) => void;
}

/** What one page brings; `fixed` are keys that something else on it answers to. */
export interface LivePage {
  readonly commands: readonly LiveCommand[];
  readonly fixed: readonly CommandInfo[];
}

const rankOf = ({ scope }: CommandInfo): number => (depthOf(scope) === 0 ? Infinity : depthOf(scope));

/** The page's own first, then those of its parts, then those of every page. */
export const outward = <Info extends CommandInfo>(commands: readonly Info[]): readonly Info[] =>
  commands.toSorted((a, b) => (rankOf(a) === rankOf(b) ? 0 : rankOf(a) - rankOf(b)));

/** The commands of all that is open right now. */
export function createLiveCommands() {
  const pages = new Set<LivePage>();
  const commands = (): readonly LiveCommand[] => [...pages].flatMap((page) => page.commands);
  return {
    /** @returns what takes them away again */
    add: (page: LivePage): (() => void) => {
      pages.add(page);
      return () => void pages.delete(page);
    },
    commands,
    /** All that has a key, for the help: of the page, of its parts, and of every page last. */
    all: (): readonly CommandInfo[] => outward([...pages].flatMap((page) => [...page.commands, ...page.fixed])),
    /** Does what a button stands for, if its page is open. */
    run: (command: Pick<CommandInfo, 'scope' | 'name'>): void => commands().find((live) => commandId(live) === commandId(command))?.run(),
  };
}
export type LiveCommands = ReturnType<typeof createLiveCommands>;

const Context = createContext<LiveCommands>(createLiveCommands());
export const LiveCommandsProvider = Context.Provider;
export const useLiveCommands = (): LiveCommands => useContext(Context);
