import { createContext, useContext, useMemo } from 'react';
import type { CommandInfo } from '@/lib/core/commands/command-info';
import { spellKey, type Key } from '@/lib/core/commands/key';
import { keysOf, type OwnKeys } from '@/lib/core/commands/own-keys';
import { isKept } from '@/lib/core/commands/reserved-keys';

export interface KeysValue {
  /** The keys that this person chose. */
  readonly own: OwnKeys;
  readonly isMac: boolean;
}

const Context = createContext<KeysValue>({ own: {}, isMac: false });
export const KeysContextProvider = Context.Provider;

/** What the keys are for this person on this computer. */
export function useKeys() {
  const { own, isMac } = useContext(Context);
  return useMemo(() => {
    /** Those that can arrive here. */
    const usable = (command: CommandInfo): readonly Key[] => keysOf(command, own).filter((key) => !isKept(key, isMac));
    const spell = (key: Key): string => spellKey(key, isMac);
    return {
      own,
      isMac,
      usable,
      spell,
      /** "Ctrl+Z"; the command's title where it has no key. */
      name: (command: CommandInfo): string => {
        const [first] = usable(command);
        return first === undefined ? `“${command.title}”` : spell(first);
      },
      /** "Undo (Ctrl+Z)", for tooltips; the name alone where it has no key. */
      describe: (command: CommandInfo): string => {
        const [first] = usable(command);
        return first === undefined ? command.title : `${command.title} (${spell(first)})`;
      },
    };
  }, [own, isMac]);
}
