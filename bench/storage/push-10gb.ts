/**
 * Usage: npx tsx bench/storage/push-10gb.ts [--gib 1,10] [--data-dir FOLDER]
 *        WORKER_TOKEN=… npx tsx bench/storage/push-10gb.ts [--gib 1,10] --running DATA_DIR --web-pid PID
 * Needs five times the largest size on the disk; minutes. The second form sends to a workbench that runs already.
 *
 * Sends files as a GPU worker sends checkpoints: a process of its own, over HTTP
 * to the production web server and onto its disk, through a line that breaks
 * once in the middle. Writes the measured part of bench/results/push-10gb.md.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, open, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '@/lib/server/net/free-port';
import { hashFile } from '@/lib/server/storage/hash-file';
import { describeEvent } from '@/lib/server/supervisor/events';
import { startStack } from '@/lib/server/supervisor/stack';
import { readStackFile } from '@/lib/server/supervisor/stack-file';
import { writeMeasured } from '../workbench/write-measured';
import { openLine } from './cut-line';
import { type Memory, watchMemory } from './watch-memory';

const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string', default: '.data/bench-push' },
    gib: { type: 'string', default: '1,10' },
    running: { type: 'string' },
    'web-pid': { type: 'string' },
  },
});
const dataDir = path.resolve(values.running ?? values['data-dir']);
const token = process.env['WORKER_TOKEN'] ?? randomBytes(32).toString('hex');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** A file of that size in which no two blocks of a MiB are the same, written in constant memory. */
async function makeFile(file: string, gib: number): Promise<void> {
  const block = randomBytes(2 ** 20);
  const handle = await open(file, 'w');
  for (let count = 0; count < gib * 1024; count += 1) {
    block.writeUInt32LE(count);
    await handle.write(block);
  }
  await handle.close();
}

interface Push {
  readonly gib: number;
  readonly seconds: number;
  readonly cuts: number;
  readonly sender: Memory;
  readonly web: Memory;
  readonly isWhole: boolean;
}

async function push(origin: string, webPid: number, gib: number): Promise<Push> {
  const source = path.join(dataDir, 'weights.safetensors');
  say(`${gib} GiB: making the file`);
  await makeFile(source, gib);
  const sha256 = await hashFile(source);
  const line = await openLine(Number(new URL(origin).port), (gib * 2 ** 30) / 2);
  const key = `checkpoints/bench-${gib}/weights.safetensors`;
  say(`${gib} GiB: sending`);
  const web = await watchMemory(webPid);
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/storage/sender.ts', `http://127.0.0.1:${line.port}`, key, source, sha256], {
    env: { ...process.env, WORKER_TOKEN: token },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const sender = await watchMemory(child.pid ?? 0);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The sender ended with ${code}.`);
  const seconds = (performance.now() - begun) / 1000;
  const memory = { sender: sender.stop(), web: web.stop() };
  line.close();
  const stored = path.join(dataDir, 'storage', key);
  const isWhole = (await hashFile(stored)) === sha256;
  await Promise.all([rm(source), rm(stored)]);
  return { gib, seconds, cuts: line.cuts(), ...memory, isWhole };
}

function report(pushes: readonly Push[], load: readonly [number, number]): string {
  const rows = pushes.map(({ gib, seconds, cuts, sender, web, isWhole }) =>
    `| ${gib} GiB | ${seconds.toFixed(0)} | ${((gib * 1024) / seconds).toFixed(0)} | ${sender.peak.toFixed(0)} | ${web.before.toFixed(0)} | ${web.peak.toFixed(0)} | ${cuts} | ${isWhole ? 'yes' : 'NO'} |`);
  return `# A large checkpoint on its way home

\`npx tsx bench/storage/push-10gb.ts --gib ${values.gib}\`, ${new Date().toISOString().slice(0, 10)}: ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version},
production build, loopback, sender, web server and both copies on one disk. Load average of the machine ${load[0].toFixed(1)} before, ${load[1].toFixed(1)} after.

A process of its own sends the file in parts of 8 MiB, each with its SHA-256; the line breaks once, in the middle. Memory is what
is resident at most, looked at every 200 ms. Seconds are from the sender's start to its end: all parts sent, put together and
verified. Whole: the stored file has the SHA-256 of the one that was sent.

| file | seconds | MiB a second | sender, peak MiB | web before, MiB | web, peak MiB | cuts | whole |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

interface Workbench {
  readonly url: string;
  readonly webPid: number;
  readonly stop: () => Promise<void>;
}

async function openWorkbench(): Promise<Workbench> {
  if (values.running !== undefined) {
    const { url = '' } = (await readStackFile(dataDir)) ?? {};
    return { url, webPid: Number(values['web-pid']), stop: () => rm(path.join(dataDir, 'weights.safetensors'), { force: true }) };
  }
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  const stack = await startStack({
    mode: 'production',
    settings: { DATA_DIR: dataDir, LOG_LEVEL: 'warn', WORKER_TOKEN: token, PORT: String(await freePort()) },
    onEvent: (event) => say(describeEvent(event)),
  });
  const stop = async (): Promise<void> => {
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: stack.url, webPid: stack.pidOf('web') ?? 0, stop };
}

const workbench = await openWorkbench();
try {
  const loadBefore = loadavg()[0] ?? 0;
  const pushes: Push[] = [];
  for (const gib of values.gib.split(',').map(Number)) pushes.push(await push(workbench.url, workbench.webPid, gib));
  const text = report(pushes, [loadBefore, loadavg()[0] ?? 0]);
  await writeMeasured('bench/results/push-10gb.md', text);
  process.stdout.write(text);
} finally {
  await workbench.stop();
}
process.exit(0);
