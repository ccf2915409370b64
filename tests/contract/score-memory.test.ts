import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOf, type ScoreCommand, start, trainerCommand, workbenchCommand } from './commands/commands';

const trainer = trainerCommand(`
import re, resource, sys
from pathlib import Path
from hundredfold_trainer.scoring.command import main
code = main()
try:
    peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text()).group(1)
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print("peak", peak, file=sys.stderr)
sys.exit(code)
`);
const commands: readonly ScoreCommand[] = [workbenchCommand('tests/contract/commands/peak-memory.mjs'), ...(trainer ? [trainer] : [])];

/** Lines of predictions, most of them without gold, and bytes of text in each line. */
const many = { gold: 6_000, predictions: 100_000, text: 900 };
const tenth = { ...many, gold: many.gold / 10, predictions: many.predictions / 10 };
type Size = typeof many;

let folder: string;

const line = (place: number, size: Size): string =>
  `{"id":"document ${place}","record":{"text":"${String(place % 7).repeat(size.text)}"}}\n`;

function* lines(count: number, size: Size, first: number, step: number): Generator<string> {
  for (let place = first; place >= 0 && place < count; place += step) yield line(place, size);
}

async function write(name: string, size: Size): Promise<void> {
  const file = path.join(folder, name);
  await pipeline(Readable.from(lines(size.gold, size, 0, 1)), createWriteStream(`${file}-gold`));
  // The other way round, so that no two lines meet by chance.
  await pipeline(Readable.from(lines(size.predictions, size, size.predictions - 1, -1)), createWriteStream(`${file}-predictions`));
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hf-memory-'));
  await write('many', many);
  await write('tenth', tenth);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Held {
  readonly kib: number;
  readonly documents: number;
  readonly leftOut: number;
}

async function held(command: ScoreCommand, name: string): Promise<Held> {
  const file = path.join(folder, name);
  const { code, out, err } = await endOf(start(command, [`${file}-gold`, `${file}-predictions`, '--json']));
  expect(code).toBe(0);
  const { documents, unscorable } = JSON.parse(out) as Readonly<Record<'documents' | 'unscorable', readonly unknown[]>>;
  return { kib: Number(/^peak (\d+)$/m.exec(err)?.[1]), documents: documents.length, leftOut: unscorable.length };
}

describe.each(commands)('$name', { timeout: 300_000 }, (command) => {
  it('holds about as much memory for ten times as many lines', async () => {
    const [small, large] = await Promise.all([held(command, 'tenth'), held(command, 'many')]);
    expect(large).toMatchObject({ documents: many.gold, leftOut: many.predictions - many.gold });
    expect(small.documents).toBe(tenth.gold);
    // The larger predictions have 80 MiB more: a command that held them, or what it makes of them, would show it.
    expect((large.kib - small.kib) / 1024).toBeLessThan(40);
  });
});
