import type { CommandInfo } from './command-info';
import type { Key } from './key';
import { keysOf, type OwnKeys } from './own-keys';
import { depthOf } from './scopes';

export interface Resolved<Command> {
  readonly command: Command;
  /** The one of the readings that it answers to. */
  readonly key: Key;
}

/**
 * The command that a press means: the innermost that has one of its readings and
 * fits at this moment; of equals the first.
 */
export function resolveKey<Command extends CommandInfo>(
  commands: readonly Command[],
  own: OwnKeys,
  readings: readonly Key[],
  fits: (command: Command, key: Key) => boolean = () => true,
): Resolved<Command> | null {
  const inward = commands.toSorted((a, b) => depthOf(b.scope) - depthOf(a.scope));
  for (const key of readings) {
    const command = inward.find((candidate) => keysOf(candidate, own).includes(key) && fits(candidate, key));
    if (command) return { command, key };
  }
  return null;
}
