import type { CommandInfo } from '@/lib/core/commands/command-info';
import type { Key } from '@/lib/core/commands/key';
import type { Scope } from '@/lib/core/commands/scopes';

/** Something a person can do: one name for its key, its button, its line in the palette and in the help. */
export interface Command<Context> extends Omit<CommandInfo, 'scope'> {
  /** Whether its keys work while the text cursor is in a field; those that type a character never do. */
  readonly worksWhileTyping: boolean;
  /** Where it has nothing to work on, its keys go to the next command that has them. */
  readonly isAvailable?: (context: Context, key?: Key) => boolean;
  /** Why it would do nothing now, in words for the palette; null where it works. Its keys then do nothing. */
  readonly whyNot?: (context: Context) => string | null;
  /** Whether the key is left to the browser this time. */
  readonly isPassedOn?: (context: Context, event: KeyboardEvent) => boolean;
  /** A key that is held down does it once only. */
  readonly isOnce?: boolean;
  /** `key` is the one that was pressed; none where a button was. */
  readonly run: (context: Context, key?: Key) => void;
}

type InScope<Commands> = { readonly [Name in keyof Commands]: Commands[Name] & { readonly scope: Scope } };

/** Says where commands are at home; those that have a scope already keep it. */
export const inScope = <const Commands extends Readonly<Record<string, object>>>(scope: Scope, commands: Commands): InScope<Commands> =>
  Object.fromEntries(Object.entries(commands).map(([name, command]) => [name, { scope, ...command }])) as InScope<Commands>;

/** A command with the place where it is at home. */
export type PlacedCommand<Context> = Command<Context> & Pick<CommandInfo, 'scope'>;
