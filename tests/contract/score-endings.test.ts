import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, watch, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOf, type ScoreCommand, start, trainerCommand, workbenchCommand } from './commands/commands';

const trainer = trainerCommand();
const commands: readonly ScoreCommand[] = [workbenchCommand(), ...(trainer ? [trainer] : [])];
/** Linux has a device that is always full. */
const full = '/dev/full';

let folder: string;
let gold: string;
let pipes = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hf-endings-'));
  gold = path.join(folder, 'gold');
  const lines = Array.from({ length: 3000 }, (_, place) => JSON.stringify({ id: `document ${place}`, record: { a: `${place}` } }));
  await writeFile(gold, lines.join('\n'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A folder for what a command keeps meanwhile. */
async function temporaryFolder(): Promise<string> {
  const temporary = path.join(folder, `temporary-${(await readdir(folder)).length}`);
  await mkdir(temporary);
  return temporary;
}

/** What is left there; the loader of TypeScript has a cache of its own. */
const leftIn = async (temporary: string): Promise<string[]> =>
  (await readdir(temporary)).filter((name) => !name.startsWith('tsx-') && name !== 'node-compile-cache');

function namedPipe(): string {
  const pipe = path.join(folder, `pipe-${pipes++}`);
  execFileSync('mkfifo', [pipe]);
  return pipe;
}

describe.each(commands)('$name', { timeout: 120_000 }, (command) => {
  it('leaves nothing behind at the end', async () => {
    const temporary = await temporaryFolder();
    const child = start(command, [gold, gold, gold, '--json', '--strict'], { temporary });
    expect(await endOf(child)).toMatchObject({ code: 0, err: '' });
    expect(await leftIn(temporary)).toEqual([]);
  });

  it('ends quietly where nobody reads on', async () => {
    const temporary = await temporaryFolder();
    const child = start(command, [gold, gold, '--json'], { temporary });
    child.stdout?.once('data', () => child.stdout?.destroy());
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(await leftIn(temporary)).toEqual([]);
  });

  it.skipIf(!existsSync(full))('says so where the disk is full, and fails', async () => {
    const device = openSync(full, 'w');
    const child = start(command, [gold, gold, '--json'], { stdio: ['ignore', device, 'pipe'] });
    closeSync(device);
    const { code, err } = await endOf(child);
    expect(code).toBe(1);
    expect(err).toMatch(/^The result is not whole: No space is left.*\n$/);
  });

  it('reads what can be read only once from a pipe', async () => {
    const pipe = namedPipe();
    const child = start(command, [pipe, gold, gold, '--json']);
    await writeFile(pipe, '{"id":"document 7","record":{"a":"7"}}\n');
    const { code, out } = await endOf(child);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ after: { micro: { matched: 1 } }, difference: { micro: { difference: 0 } } });
  });
});

describe('hundredfold score', { timeout: 120_000 }, () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('leaves nothing behind after %s', async (signal) => {
    const temporary = await temporaryFolder();
    const changes = watch(temporary);
    // Gold comes through a pipe that nobody writes to, so that it waits in the middle of its work.
    const child = start(workbenchCommand(), [namedPipe(), gold], { temporary });
    for await (const { filename } of changes) if (filename?.startsWith('hundredfold-')) break;
    expect(await leftIn(temporary)).toHaveLength(1);
    child.kill(signal);
    expect(await endOf(child)).toMatchObject({ signal, out: '', err: '' });
    expect(await leftIn(temporary)).toEqual([]);
  });
});
