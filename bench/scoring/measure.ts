import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { anlsStar } from '@/lib/core/metrics/anls-star';
import { scoreRecord } from '@/lib/core/scoring/score-record';
import type { Pair } from './records';

export const contenders = ['anls_star', 'ANLS*, TypeScript', 'record score, TypeScript', 'record score, Python'] as const;
export type Contender = (typeof contenders)[number];

/** One repetition of one contender. */
export interface Run {
  readonly pairsPerSecond: number;
  /** Mean score of the pairs, 0–1: that all did the work. */
  readonly mean: number;
}

function f1Of({ gold, prediction }: Pair): number {
  const score = scoreRecord({ gold, prediction });
  if (score.kind === 'unscorable') throw new Error(score.reason);
  return score.f1;
}

function runHere(score: (pair: Pair) => number, pairs: readonly Pair[], seconds: number): Run {
  const start = performance.now();
  let scored = 0;
  let total = 0;
  while (scored === 0 || performance.now() - start < 1000 * seconds) {
    total = pairs.reduce((sum, pair) => sum + score(pair), 0);
    scored += pairs.length;
  }
  return { pairsPerSecond: (1000 * scored) / (performance.now() - start), mean: total / pairs.length };
}

export interface Python {
  readonly program: string;
  /** Pairs are handed over in a file of this folder. */
  readonly folder: string;
}

/** @throws where the process fails */
function runPython({ program, folder }: Python, scorer: string, pairs: readonly Pair[], seconds: number): Run {
  const file = path.join(folder, 'pairs.json');
  writeFileSync(file, JSON.stringify(pairs));
  const script = fileURLToPath(new URL('rate.py', import.meta.url));
  const env = { ...process.env, PYTHONPATH: path.resolve('trainer/src'), PYTHONDONTWRITEBYTECODE: '1' };
  const { status, stdout, stderr } = spawnSync(program, [script, scorer, file, String(seconds)], { encoding: 'utf8', env });
  if (status !== 0) throw new Error(stderr);
  const told = JSON.parse(stdout) as { readonly scored: number; readonly seconds: number; readonly mean: number };
  return { pairsPerSecond: told.scored / told.seconds, mean: told.mean };
}

/** Scores all pairs over and over for so long, at least once, on one thread. */
export function runOnce(contender: Contender, pairs: readonly Pair[], seconds: number, python: Python): Run {
  if (contender === 'anls_star') return runPython(python, 'anls_star', pairs, seconds);
  if (contender === 'record score, Python') return runPython(python, 'record', pairs, seconds);
  return runHere(contender === 'record score, TypeScript' ? f1Of : (pair) => anlsStar(pair.gold, pair.prediction), pairs, seconds);
}

/** The runs of every contender, all taking turns, so that what else the machine does falls on all alike. */
export function measure(
  pairs: readonly Pair[],
  { repetitions, seconds }: { readonly repetitions: number; readonly seconds: number },
  python: Python,
): Readonly<Record<Contender, readonly Run[]>> {
  const runs: Record<Contender, Run[]> = {
    anls_star: [],
    'ANLS*, TypeScript': [],
    'record score, TypeScript': [],
    'record score, Python': [],
  };
  for (let i = 0; i < repetitions; i++)
    for (const contender of contenders) runs[contender].push(runOnce(contender, pairs, seconds, python));
  return runs;
}
