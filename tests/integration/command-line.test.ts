import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { createProgram } from '../../scripts/cli/program';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';
import { jsonLines, picture } from './support/made-files';

let folder: string;

beforeAll(async () => {
  const { dataDir } = await createTestDatabase();
  folder = await mkdtemp(path.join(dataDir, 'given-'));
  await createPerson({ isAdmin: true, name: 'First Admin' });
});

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command in a process of its own, as a person calls it. */
function hundredfold(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/hundredfold.ts', ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

const given = async (name: string, lines: readonly unknown[]): Promise<string> => jsonLines(folder, lines, name);

describe('hundredfold score', () => {
  it('scores two files without any database', async () => {
    const gold = await given('gold.jsonl', [{ id: '1', record: { a: 'x', b: 'y' } }, { id: '2', record: { a: 'z' } }]);
    const predictions = await given('predictions.jsonl', [{ id: '1', record: { a: 'x', b: 'n' } }, 'not json']);
    const run = hundredfold('score', gold, predictions, '--json');
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(run.out)).toMatchObject({ micro: { matched: 1, predicted: 2, gold: 3 }, unscorable: [{ line: 2 }] });
  });

  it('exits with 2 for a file that cannot be read and for arguments that make no sense', async () => {
    const gold = await given('gold2.jsonl', []);
    const missing = hundredfold('score', gold, path.join(folder, 'none.jsonl'), '--json');
    expect(missing.code).toBe(2);
    expect(JSON.parse(missing.out)).toMatchObject({ error: { code: 'invalid-input' } });
    expect(hundredfold('score', gold, gold, '--alpha', '7').code).toBe(2);
  });
});

describe('hundredfold', () => {
  it('explains every command and every option of it', () => {
    const withSubcommands = (command: Command): Command[] => [command, ...command.commands.flatMap(withSubcommands)];
    for (const command of withSubcommands(createProgram())) {
      expect(command.description(), command.name()).not.toBe('');
      for (const { long, description } of command.options) expect(description, `${command.name()} ${long}`).not.toBe('');
    }
    expect(hundredfold('round', 'start', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage: hundredfold round start') });
  });

  it('makes a project, imports into it, and exports its gold', async () => {
    const made = hundredfold('project', 'create', 'receipts', '--preset', 'receipt', '--json');
    expect(made).toMatchObject({ code: 0 });
    await writeFile(path.join(folder, 'a.png'), await picture({ text: ['a'] }).png().toBuffer());
    const rows = await given('documents.jsonl', [
      { id: 'a', image: 'a.png', split: 'test', gold: { total: '4' }, lines: [{ text: 'total 4', box: [0, 0, 90, 20] }] },
      { id: 'b', image: 'none.png' },
    ]);
    const imported = hundredfold('import', rows, '--json');
    expect(imported.code).toBe(1);
    expect(JSON.parse(imported.out)).toMatchObject({ imported: 1, failed: 1, remarks: [{ name: 'b', code: 'not-found' }] });
    expect(await db().document.count({ where: { projectId: 'receipts' } })).toBe(1);

    await writeFile(path.join(folder, 'c.png'), await picture({ text: ['c'] }).png().toBuffer());
    const suite = hundredfold('import', path.join(folder, 'c.png'), '--split', 'transfer', '--suite', 'Elsewhere', '--json');
    expect(JSON.parse(suite.out)).toMatchObject({ imported: 1, failed: 0 });
    expect(await db().document.count({ where: { projectId: 'receipts', split: 'transfer', suite: 'Elsewhere' } })).toBe(1);

    const file = path.join(folder, 'gold-out.jsonl');
    const exported = hundredfold('export', '--output', file, '--json');
    expect(exported.code).toBe(0);
    expect(exported.err).toContain('protected health information');
    expect(JSON.parse((await readFile(file, 'utf8')).trim())).toMatchObject({ name: 'a', split: 'test', gold: '{"total":"4"}' });
  });

  it('says what is missing where nothing is read or labelled yet', () => {
    const picked = hundredfold('select', '--project', 'receipts', '--json');
    expect(picked.code).toBe(1);
    expect(JSON.parse(picked.out)).toMatchObject({ error: { code: 'not-ready' } });
    const started = hundredfold('round', 'start', '--project', 'receipts', '--json');
    expect(started.code).toBe(1);
    expect(JSON.parse(started.out)).toMatchObject({ error: { code: 'not-ready' } });
  });
});
