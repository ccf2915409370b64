import type { Ask } from './session';

export interface Target {
  readonly name: string;
  readonly path: string;
  /** Sent as JSON by POST; a plain GET where there is none. */
  readonly body?: object;
}

export interface Measured {
  readonly name: string;
  readonly kilobytes: number;
  /** Milliseconds to the last byte, one entry per repetition. */
  readonly p50: readonly number[];
  readonly p95: readonly number[];
}

/** The value that the share `q` of the sorted values does not exceed. */
const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;

interface MeasureOptions {
  readonly requests: number;
  readonly repetitions: number;
  /** Asked and thrown away before the first repetition. */
  readonly warmUp: number;
}

/**
 * One request after the other to each target, the targets taking turns, so that
 * what else the machine does falls on all of them alike.
 * @throws Error where a target does not answer 200
 */
export async function measure(ask: Ask, targets: readonly Target[], options: MeasureOptions): Promise<readonly Measured[]> {
  const timed = async ({ name, path, body }: Target): Promise<{ ms: number; bytes: number }> => {
    const startedAt = performance.now();
    const { status, bytes, text } = await ask(path, body);
    const ms = performance.now() - startedAt;
    if (status !== 200) throw new Error(`${name} (${path}) answered ${status}: ${text.slice(0, 300)}`);
    return { ms, bytes };
  };
  const rows = targets.map((target) => ({ target, bytes: 0, p50: [] as number[], p95: [] as number[] }));
  for (let count = 0; count < options.warmUp; count += 1) {
    for (const row of rows) row.bytes = (await timed(row.target)).bytes;
  }
  for (let repetition = 0; repetition < options.repetitions; repetition += 1) {
    const times = rows.map((): number[] => []);
    for (let count = 0; count < options.requests; count += 1) {
      for (const [index, { target }] of rows.entries()) times[index]?.push((await timed(target)).ms);
    }
    for (const [index, row] of rows.entries()) {
      const sorted = (times[index] ?? []).toSorted((a, b) => a - b);
      row.p50.push(quantile(sorted, 0.5));
      row.p95.push(quantile(sorted, 0.95));
    }
  }
  return rows.map(({ target, bytes, p50, p95 }) => ({ name: target.name, kilobytes: bytes / 1024, p50, p95 }));
}
