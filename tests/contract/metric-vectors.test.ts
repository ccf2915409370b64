import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anlsStar } from '@/lib/core/metrics/anls-star';
import { donutCounts } from '@/lib/core/metrics/donut-counts';
import { kievalCounts } from '@/lib/core/metrics/kieval';
import { ntedAccuracy } from '@/lib/core/metrics/nted';
import { figures, vectors, withAlternatives } from './metric-vectors/read-vectors';

const tolerance = 1e-6;
const documentation = readFileSync(new URL('../../docs/metrics.md', import.meta.url), 'utf8');

describe('the figures of the reference implementations', () => {
  it.each(vectors.agree)('are ours for $name', ({ gold, pred, alternatives, expect: reference }) => {
    const distance = Math.abs(anlsStar(withAlternatives(gold, alternatives ?? []), pred) - reference.anlsStar);
    expect(distance).toBeLessThanOrEqual(tolerance);
    if (reference.nted !== undefined)
      expect(Math.abs(ntedAccuracy(gold, pred) - reference.nted)).toBeLessThanOrEqual(tolerance);
    const { matched, unmatched } = donutCounts(gold, pred);
    if (reference.donut) expect([matched, unmatched]).toEqual(reference.donut);
    const { tp, fp, fn, wrong, noMatch } = kievalCounts(gold, pred);
    if (reference.kieval) expect([tp, fp, fn, wrong, noMatch]).toEqual(reference.kieval);
  });
});

describe('the deliberate differences', () => {
  it.each(vectors.differ)('$metric, $id: ours is what it is said to be, and is another', (pair) => {
    expect(figures[pair.metric](pair.gold, pair.pred)).toBeCloseTo(pair.ours, 9);
    expect(pair.reference).not.toBe(pair.ours);
  });

  it('are those of the documentation', () => {
    const figure = (value: number | string): string => (typeof value === 'number' ? String(Number(value.toFixed(4))) : 'none');
    const real = vectors.differ.map(({ id, metric, gold, pred, reference, ours }) =>
      [id, `\`${metric}\``, `\`${JSON.stringify(gold)}\``, `\`${JSON.stringify(pred)}\``, figure(reference), figure(ours)].join(' | '),
    );
    const section = documentation.split('## Deliberate differences')[1]?.split('\n## ')[0] ?? '';
    const told = section
      .split('\n')
      .filter((line) => /^\| .*\| `\w+` \|/.test(line))
      .map((line) => line.slice(2).split(' | ').slice(0, 6).join(' | '));
    expect(told).toEqual(real);
  });
});
