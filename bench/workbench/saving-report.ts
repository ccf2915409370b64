import type { Habits, Tally } from './annotator';
import type { Kept } from './check-kept';

/** What is asked of a save, milliseconds at the 95th percentile. */
export const targetMs = 50;

interface ReportInput {
  readonly tally: Tally;
  readonly kept: Kept;
  readonly annotators: number;
  readonly seconds: number;
  readonly habits: Habits;
  readonly machine: { readonly cores: number; readonly model: string; readonly node: string };
  /** One-minute load average before and after. */
  readonly load: readonly [number, number];
}

const quantile = (sorted: readonly number[], q: number): number => sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The result as Markdown. */
export function report({ tally, kept, annotators, seconds, habits, machine, load }: ReportInput): string {
  const sorted = tally.latencies.toSorted((a, b) => a - b);
  const [p50, p95, p99, worst] = [quantile(sorted, 0.5), quantile(sorted, 0.95), quantile(sorted, 0.99), quantile(sorted, 1)];
  const isKept = kept.lost + kept.duplicated + kept.different === 0;
  return `# How fast edits are acknowledged, and whether any is lost

\`npx tsx bench/workbench/saving.ts\`, ${new Date().toISOString().slice(0, 10)}: ${machine.cores} cores (${machine.model}), Node ${machine.node}, one production
server, embedded PostgreSQL with its usual durability, loopback; the clients run on the same cores.

${annotators} annotators, each signed in, label documents of their own for ${seconds} s by the rules of the browser: one edit about every
${(habits.thinkMs / 1000).toFixed(1)} s (from a third to three times that), one save for each. On the way ${percent(habits.aborted)} of the saves are given up, ${percent(habits.duplicated)} are sent twice
at once and the answers of ${percent(habits.unanswered)} are lost; all of these are sent again until they are acknowledged.
Load average of the machine ${load[0].toFixed(1)} before, ${load[1].toFixed(1)} after.

| | |
|---|---|
| saves measured | ${sorted.length} (${(sorted.length / seconds).toFixed(1)} a second) |
| acknowledged, p50 | ${p50.toFixed(0)} ms |
| acknowledged, p95 | ${p95.toFixed(0)} ms |
| acknowledged, p99 | ${p99.toFixed(0)} ms |
| slowest | ${worst.toFixed(0)} ms |
| target: p95 < ${targetMs} ms | ${p95 < targetMs ? 'met' : 'MISSED'} |
| saves given up, sent twice, unanswered | ${tally.aborted}, ${tally.duplicated}, ${tally.unanswered} |
| conflicts | ${tally.conflicts} |
| documents, operations | ${kept.documents}, ${kept.operations} |
| operations lost | ${kept.lost} |
| operations done twice | ${kept.duplicated} |
| documents that are not what their client holds | ${kept.different} |

${isKept ? 'Nothing was lost and nothing was done twice: each document is, revision by revision, what its client believes.' : 'WORK WAS LOST OR DONE TWICE.'}
`;
}
