import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anlsStar } from '@/lib/core/metrics/anls-star';
import { donutCounts } from '@/lib/core/metrics/donut-counts';
import { ntedAccuracy } from '@/lib/core/metrics/nted';
import type { Json } from '@/lib/core/record/json';
import { vectors, withAlternatives } from './metric-vectors/read-vectors';

/** Not part of the project: real receipts with a real model's answers, and cases of the references' own tests. */
const folder = new URL('../../../shared/data/metric-golden/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere) process.stdout.write(`metric-golden: ${folder.pathname} is absent, its tests are skipped\n`);

interface GoldenPair {
  readonly gt: Json;
  readonly pred: Json;
  readonly gt_tuple_paths?: readonly string[];
  readonly anls_star: number;
  /** The text "ZeroDivisionError" where gold is empty. */
  readonly nted_acc?: number | string;
  readonly f1_tp?: number;
  readonly f1_fn_plus_fp?: number;
}
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

/** Names of the metrics in which a pair is not what the reference gives. */
function differingMetrics({ gt, pred, ...reference }: GoldenPair): string[] {
  const isFar = (ours: number, theirs: number | string): boolean => !(Math.abs(ours - Number(theirs)) <= 1e-6);
  const found: string[] = [];
  if (isFar(anlsStar(withAlternatives(gt, reference.gt_tuple_paths ?? []), pred), reference.anls_star)) found.push('anlsStar');
  if (reference.nted_acc !== undefined && isFar(ntedAccuracy(gt, pred), reference.nted_acc)) found.push('nted');
  const { matched, unmatched } = donutCounts(gt, pred);
  if (reference.f1_tp !== undefined && (matched !== reference.f1_tp || unmatched !== reference.f1_fn_plus_fp)) found.push('donutF1');
  return found;
}

describe.skipIf(!isThere)('the golden figures', () => {
  it('are ours for receipts', () => {
    const pairs = read('cord50_qwenvl72b.jsonl').trim().split('\n').map((line) => JSON.parse(line) as GoldenPair);
    expect(pairs).toHaveLength(50);
    expect(pairs.flatMap((pair, index) => differingMetrics(pair).map((metric) => `${index}: ${metric}`))).toEqual([]);
  });

  it('are ours for the edge cases, but for differences that are documented', () => {
    const pairs = JSON.parse(read('edge_cases.json')) as readonly GoldenPair[];
    const explained: Readonly<Record<number, readonly string[]>> = {
      7: ['extra empty key anlsStar'],
      12: ['blank is null anlsStar', 'both empty nted'],
      13: ['both empty nted'],
      14: ['number text anlsStar', 'number text nted', 'number text donutF1'],
      19: ['both empty nted'],
      21: ['gold empty nted'],
    };
    const documented = new Set(vectors.differ.map(({ id, metric }) => `${id} ${metric}`));
    expect(Object.values(explained).flat().filter((difference) => !documented.has(difference))).toEqual([]);
    const metricOf = (difference: string): string => difference.slice(difference.lastIndexOf(' ') + 1);
    for (const [index, pair] of pairs.entries())
      expect(differingMetrics(pair), `pair ${index}`).toEqual((explained[index] ?? []).map(metricOf));
  });
});
