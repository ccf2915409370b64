/**
 * Usage: npx tsx bench/scoring/main.ts
 *
 * Scores the same pairs with the Python package anls_star, with our ANLS* and
 * with our record score in TypeScript and in Python, and times tables of
 * 500 × 500 rows. Writes bench/results/scoring.md. Needs Python ≥ 3.11, and PyPI
 * on the first run. A few minutes.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { scoringVersion } from '@/lib/core/scoring';
import { findPython } from '@/scripts/python-checks/find-python';
import { anlsStarVersion, pythonWithAnlsStar } from './anls-star-package';
import { hardTables } from './hard-tables';
import { measure, runOnce, type Contender } from './measure';
import { receipts, sharedReceipts, tables } from './records';
import { hardTable, rateTable } from './report';

const found = findPython();
if (!found) {
  process.stderr.write('no Python 3.11 or newer was found: nothing measured\n');
  process.exit(1);
}
const folder = path.resolve('.data/bench-scoring');
mkdirSync(folder, { recursive: true });
const python = { program: pythonWithAnlsStar(found, folder), folder };
const pythonVersion = spawnSync(python.program, ['--version'], { encoding: 'utf8' }).stdout.trim();
const loadBefore = loadavg()[0] ?? 0;

const lines: string[] = [];
const say = (...said: readonly string[]): void => {
  lines.push(...said);
  process.stdout.write(`${said.join('\n')}\n`);
};

const short = { repetitions: 5, seconds: 1 };
const shared = sharedReceipts();
say('## CORD-like receipts', '', '200 made-up pairs with the keys of CORD: 1–7 rows, some values misread, rows lost.', '');
say(...rateTable(measure(receipts(200, 1), short, python)));
if (shared) {
  say(`## Real receipts`, '', `${shared.length} receipts of CORD's test set as Qwen-VL-72B read them (shared data, not in the repository).`, '');
  say(...rateTable(measure(shared, short, python)));
}
say('## Tables of 200 rows', '', 'Two made-up laboratory tables, rows in another order, a sixth of the results misread.', '');
say(...rateTable(measure(tables(2, 200, 2), { repetitions: 3, seconds: 1 }, python)));

say('## Tables of 500 × 500 rows', '', 'Seconds for one pair, median (lowest–highest) of 3; TypeScript is warm after the first.', '');
const secondsOf = (contender: Contender, pair: Parameters<typeof runOnce>[1][number]): number[] =>
  Array.from({ length: 3 }, () => 1 / runOnce(contender, [pair], 0, python).pairsPerSecond);
say(
  ...hardTable(
    hardTables().map(({ name, pair }) => ({
      name,
      typescript: secondsOf('record score, TypeScript', pair),
      python: secondsOf('record score, Python', pair),
    })),
  ),
);

const heading = [
  '# How fast records are scored',
  '',
  `\`npx tsx bench/scoring/main.ts\`, ${new Date().toISOString().slice(0, 10)}: ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, ${pythonVersion},`,
  `anls_star ${anlsStarVersion}, scoring version ${scoringVersion}. One thread each; the contenders take turns, and each ratio is taken within`,
  `a turn. Reading JSON is not in the figures. Load average ${loadBefore.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after (1 is this program itself).`,
  '',
];
mkdirSync('bench/results', { recursive: true });
writeFileSync('bench/results/scoring.md', `${[...heading, ...lines].join('\n').trim()}\n`);
