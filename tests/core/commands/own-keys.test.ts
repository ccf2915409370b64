import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandId, type CommandInfo } from '@/lib/core/commands/command-info';
import { conflictsOf } from '@/lib/core/commands/conflicts';
import { giveKey, keysOf, restoreAll, takeKey, undoOf, withChanges, type OwnKeys } from '@/lib/core/commands/own-keys';
import { resolveKey } from '@/lib/core/commands/resolve-key';
import { depthOf, scopeNames, scopesAround, type Scope } from '@/lib/core/commands/scopes';

const command = (scope: Scope, name: string, ...keys: string[]): CommandInfo => ({ scope, name, keys, title: name, group: 'Test' });
const palette = command('global', 'palette', 'Mod+K');
const undo = command('label', 'undo', 'Mod+Z');
const clear = command('label', 'clear', 'Delete', 'Backspace');
const removeBox = command('label.boxes', 'remove-box', 'Delete');
const accept = command('review', 'accept', 'A');
const nudge: CommandInfo = { ...command('label.boxes', 'nudge', 'ArrowUp'), isFixed: true };
const all = [palette, undo, clear, removeBox, accept, nudge];
const kindsOf = (own: OwnKeys, of: CommandInfo, key: string) => conflictsOf(all, own, of, key).map(({ command: { name }, kind }) => [name, kind]);

describe('scopes', () => {
  it('stand one inside the other, up to everywhere', () => {
    expect(scopesAround('label.boxes')).toEqual(['label.boxes', 'label', 'global']);
    for (const scope of scopeNames) expect(scopesAround(scope).at(-1)).toBe('global');
    expect([depthOf('global'), depthOf('review'), depthOf('label.words')]).toEqual([0, 1, 2]);
  });
});

describe("a person's own keys", () => {
  it("take the place of the command's", () => {
    expect(keysOf(undo, {})).toEqual(['Mod+Z']);
    expect(keysOf(undo, { 'label/undo': ['U'] })).toEqual(['U']);
    expect(keysOf(undo, { 'label/undo': [] })).toEqual([]);
  });

  it('cannot be given to a command whose keys say what it does', () => {
    expect(keysOf(nudge, { 'label.boxes/nudge': ['U'] })).toEqual(['ArrowUp']);
  });

  it('are several to a command, each once, and can be taken away', () => {
    const own = withChanges({}, giveKey({}, undo, 'U', []));
    expect(keysOf(undo, own)).toEqual(['Mod+Z', 'U']);
    expect(keysOf(undo, withChanges(own, giveKey(own, undo, 'U', [])))).toEqual(['Mod+Z', 'U']);
    expect(keysOf(undo, withChanges(own, takeKey(own, undo, 'Mod+Z')))).toEqual(['U']);
  });

  it('are none any more once they are the same as its own', () => {
    const own = withChanges({}, giveKey({}, undo, 'U', []));
    expect(takeKey(own, undo, 'U')).toEqual({ 'label/undo': null });
    expect(withChanges(own, takeKey(own, undo, 'U'))).toEqual({});
  });

  it('move from the command that has them to the one that gets them, in one change', () => {
    const own = withChanges({}, giveKey({}, undo, 'Backspace', [clear]));
    expect([keysOf(undo, own), keysOf(clear, own)]).toEqual([['Mod+Z', 'Backspace'], ['Delete']]);
  });

  it('are as before after any change is undone, restoring all included', () => {
    const anyOwn = fc.dictionary(fc.constantFrom(...all.map(commandId)), fc.array(fc.constantFrom('U', 'J', 'Mod+J'), { maxLength: 2 }), { noNullPrototype: true });
    const anyChange = (own: OwnKeys) => fc.constantFrom(giveKey(own, undo, 'J', [clear]), takeKey(own, accept, 'A'), restoreAll(own));
    fc.assert(fc.property(anyOwn.chain((own) => fc.tuple(fc.constant(own), anyChange(own))), ([own, changes]) => {
      expect(withChanges(withChanges(own, changes), undoOf(own, changes))).toEqual(own);
    }));
    expect(withChanges({ 'label/undo': ['U'], 'gone/command': ['X'] }, restoreAll({ 'label/undo': ['U'], 'gone/command': ['X'] }))).toEqual({});
  });
});

describe('a conflict', () => {
  it('is another command of the same scope with the key', () => expect(kindsOf({}, undo, 'Backspace')).toEqual([['clear', 'same']]));
  it('is a command around it, which is hidden here', () => {
    expect(kindsOf({}, removeBox, 'Backspace')).toEqual([['clear', 'outer']]);
    expect(kindsOf({}, removeBox, 'Mod+K')).toEqual([['palette', 'outer']]);
  });
  it('is a command inside it, which hides this one there', () => expect(kindsOf({}, palette, 'A')).toEqual([['accept', 'inner']]));
  it("goes by the person's own keys", () => expect(kindsOf({ 'label/clear': ['U'] }, undo, 'Backspace')).toEqual([]));
  it('is none between pages that are never open together, nor of a command with itself', () => {
    expect(kindsOf({}, undo, 'A')).toEqual([]);
    expect(kindsOf({}, undo, 'Mod+Z')).toEqual([]);
  });
});

describe('a key that goes down', () => {
  it('means the innermost command that has it and fits', () => {
    expect(resolveKey(all, {}, ['Delete'])?.command).toBe(removeBox);
    expect(resolveKey(all, {}, ['Delete'], ({ scope }) => scope !== 'label.boxes')?.command).toBe(clear);
  });

  it('means nothing where no command has it', () => expect(resolveKey(all, {}, ['Q'])).toBeNull());

  it('means its likelier reading first, and says which one it was', () => {
    expect(resolveKey(all, {}, ['Alt+5', 'A'])).toEqual({ command: accept, key: 'A' });
  });

  it('leads back to a command that has it, whatever the keys are', () => {
    const keys = ['U', 'J', 'Delete', 'Mod+K'];
    const anyOwn = fc.dictionary(fc.constantFrom(...all.map(commandId)), fc.array(fc.constantFrom(...keys), { maxLength: 3 }), { noNullPrototype: true });
    fc.assert(fc.property(anyOwn, fc.constantFrom(...keys), (own, key) => {
      const found = resolveKey(all, own, [key]);
      const holders = all.filter((one) => keysOf(one, own).includes(key));
      expect(found === null).toBe(holders.length === 0);
      if (found) expect(holders).toContain(found.command);
      if (found) expect(depthOf(found.command.scope)).toBe(Math.max(...holders.map(({ scope }) => depthOf(scope))));
    }));
  });
});
