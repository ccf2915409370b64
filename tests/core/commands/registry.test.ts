import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allLabelCommands, labelCommands } from '@/components/annotate/commands/label-commands';
import { labelFixedKeys } from '@/components/annotate/commands/fixed-keys';
import { gridActOf } from '@/components/annotate/fields/grid/grid-keys';
import { allCommands } from '@/components/commands/all-commands';
import { allReviewCommands } from '@/components/review/review-commands';
import { commandId } from '@/lib/core/commands/command-info';
import { conflictsOf } from '@/lib/core/commands/conflicts';
import { parseKey } from '@/lib/core/commands/key';
import { writeKeyTable } from '@/lib/core/commands/key-table';
import { isKept } from '@/lib/core/commands/reserved-keys';
import { resolveKey } from '@/lib/core/commands/resolve-key';
import { scopesAround } from '@/lib/core/commands/scopes';

const changeable = allCommands.filter(({ isFixed }) => !isFixed);

describe('the commands', () => {
  it('have one name each, for good: own keys are kept by it', () => {
    const ids = allCommands.map(commandId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(\.[a-z]+)*\/[a-z]+(-[a-z]+)*$/);
  });

  it('have keys that are written in the one way', () => {
    for (const { keys } of allCommands) for (const key of keys) expect(parseKey(key), key).not.toBeNull();
  });

  it('share no key within a scope', () => {
    const same = allCommands.flatMap((command) =>
      command.keys.flatMap((key) => conflictsOf(allCommands, {}, command, key).filter(({ kind }) => kind === 'same').map((other) => `${key}: ${commandId(command)}, ${commandId(other.command)}`)),
    );
    expect(same).toEqual([]);
  });

  it('take nothing from the browser, and have a key on a Mac as well', () => {
    expect(changeable.flatMap(({ keys }) => keys.filter((key) => isKept(key, false)))).toEqual([]);
    expect(changeable.filter(({ keys }) => keys.length > 0 && keys.every((key) => isKept(key, true))).map(commandId)).toEqual([]);
  });

  it('answer to their own keys on their page: pressed there, a key leads back to them', () => {
    for (const command of changeable) {
      const around = scopesAround(command.scope);
      const there = allCommands.filter(({ scope }) => around.includes(scope));
      for (const key of command.keys) expect(resolveKey(there, {}, [key])?.command, `${key} on ${command.scope}`).toBe(command);
    }
  });

  it('hand a document in once, however long the key is held', () => {
    const deciding = [...allLabelCommands, ...allReviewCommands].filter(({ name }) => /submit|skip|accept$|accept-all|send-back|next-document/.test(name));
    expect(deciding.filter(({ isOnce }) => !isOnce).map(({ name }) => name)).toEqual([]);
  });
});

describe('the label page', () => {
  const keysOf = (command: { readonly keys: readonly string[] }): string => command.keys.join(' ');

  it('has the keys that people know from other tools', () => {
    const { submitAndNext, skip, saveNow, undo, redo, goNext, goPrevious, nextPage, previousPage, editField, findField, selectTool, boxTool, panTool, turnView } = labelCommands;
    expect([submitAndNext, skip, saveNow, undo, redo, goNext, goPrevious].map(keysOf)).toEqual([
      'Mod+Enter', 'Mod+Space Alt+Shift+S', 'Mod+S', 'Mod+Z', 'Mod+Shift+Z Mod+Y', 'Mod+ArrowRight', 'Mod+ArrowLeft',
    ]);
    expect([nextPage, previousPage, editField, findField, selectTool, boxTool, panTool, turnView].map(keysOf)).toEqual([
      'PageDown >', 'PageUp <', 'F2', '/', 'V', 'R', 'H', 'Mod+Alt+R',
    ]);
  });

  it('lists for tables only keys that tables answer to', () => {
    const [range, size] = [{ anchor: { row: 1, column: 1 }, head: { row: 1, column: 1 } }, { rows: 3, columns: 3 }];
    const cells = labelFixedKeys.filter(({ scope, name }) => scope === 'label.table' && name !== 'clipboard');
    const dead = cells.flatMap(({ keys }) => keys).filter((text) => {
      const { held, name } = parseKey(text) ?? { held: [], name: '' };
      return gridActOf({ key: name, mod: held.includes('Mod'), alt: held.includes('Alt'), shift: held.includes('Shift') }, range, size, false) === null;
    });
    expect(dead).toEqual([]);
  });
});

describe('docs/keys.md', () => {
  it('has the table of the keys that there are (npx vitest run --project core tests/core/commands -u)', async () => {
    const documented = readFileSync('docs/keys.md', 'utf8');
    const heading = '\n## All keys\n\n';
    const before = documented.slice(0, documented.indexOf(heading));
    await expect(`${before}${heading}${writeKeyTable(allCommands)}`).toMatchFileSnapshot('../../../docs/keys.md');
  });
});
