/**
 * Usage: npm run worker:gpu
 * On the machine of the workbench it finds the rest by itself; on another one set
 * DATABASE_URL, STORAGE_URL (the workbench's address) and WORKER_TOKEN (docs/gpu.md).
 */
import { adoptRunningStack } from './cli/connect';

const settings = await adoptRunningStack();
const { probeCapabilities } = await import('@/workers/outside/probe');
const say = (line: string): void => void process.stderr.write(`worker:gpu: ${line}\n`);

const { cards = [], driver, memoryBytes, problems = [] } = await probeCapabilities();
say(cards.length === 0 ? 'no NVIDIA card was found; rounds with the preset smoke run on the CPU' : `driver ${driver ?? 'unknown'}`);
for (const { name, memoryGib } of cards) say(`${name}, ${memoryGib} GiB`);
say(`${(memoryBytes / 2 ** 30).toFixed(0)} GiB memory of the machine`);
for (const problem of problems) say(`in the way: ${problem}`);
say(`files: ${settings['STORAGE_URL'] ?? ''}`);
await import('@/workers/gpu');
say('up; Ctrl-C lets the trainer save its step and stops');
