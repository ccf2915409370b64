import { commandId, type CommandInfo } from './command-info';
import type { Key } from './key';

/** A person's own keys by command; none: the command's own. An empty list takes all its keys away. */
export type OwnKeys = Readonly<Record<string, readonly Key[]>>;
/** What becomes of some of them; null goes back to the command's own. */
export type KeyChanges = Readonly<Record<string, readonly Key[] | null>>;

/** Most keys that one command can have. */
export const mostKeys = 8;

/** The keys that a command has for this person. */
export const keysOf = (command: CommandInfo, own: OwnKeys): readonly Key[] =>
  (command.isFixed ? undefined : Object.hasOwn(own, commandId(command)) ? own[commandId(command)] : undefined) ?? command.keys;

const isSame = (a: readonly Key[], b: readonly Key[]): boolean => a.length === b.length && a.every((key, at) => key === b[at]);

const become = (command: CommandInfo, keys: readonly Key[]): KeyChanges => ({ [commandId(command)]: isSame(keys, command.keys) ? null : keys });

/** The command gets one more key, and `losing` lose it. */
export function giveKey(own: OwnKeys, command: CommandInfo, key: Key, losing: readonly CommandInfo[]): KeyChanges {
  const changes = losing.map((other) => takeKey(own, other, key));
  return Object.assign({}, ...changes, become(command, [...keysOf(command, own).filter((held) => held !== key), key]));
}

/** The command has the key no more. */
export const takeKey = (own: OwnKeys, command: CommandInfo, key: Key): KeyChanges =>
  become(command, keysOf(command, own).filter((held) => held !== key));

/** All changes back to the commands' own keys. */
export const restoreAll = (own: OwnKeys): KeyChanges => Object.fromEntries(Object.keys(own).map((id) => [id, null]));

/** What was changed, as it was before. */
export const undoOf = (own: OwnKeys, changes: KeyChanges): KeyChanges =>
  Object.fromEntries(Object.keys(changes).map((id) => [id, own[id] ?? null]));

/** The person's keys after changes. */
export function withChanges(own: OwnKeys, changes: KeyChanges): OwnKeys {
  const all = { ...own, ...changes };
  return Object.fromEntries(Object.entries(all).flatMap(([id, keys]) => (keys === null ? [] : [[id, keys]])));
}
