import { commandId, type CommandInfo } from './command-info';
import type { Key } from './key';
import { keysOf, type OwnKeys } from './own-keys';
import { scopesAround } from './scopes';

export interface KeyConflict {
  readonly command: CommandInfo;
  /**
   * `same`: both would answer in one place, so one must lose the key. `outer`: the
   * other is around it and is hidden where this one works. `inner`: the other one
   * hides this where it works.
   */
  readonly kind: 'same' | 'outer' | 'inner';
}

/** Who else has the key where the command would have it. */
export function conflictsOf(commands: readonly CommandInfo[], own: OwnKeys, command: CommandInfo, key: Key): readonly KeyConflict[] {
  const around = scopesAround(command.scope);
  return commands.flatMap((other): KeyConflict[] => {
    if (commandId(other) === commandId(command) || !keysOf(other, own).includes(key)) return [];
    if (other.scope === command.scope) return [{ command: other, kind: 'same' }];
    if (around.includes(other.scope)) return [{ command: other, kind: 'outer' }];
    return scopesAround(other.scope).includes(command.scope) ? [{ command: other, kind: 'inner' }] : [];
  });
}
