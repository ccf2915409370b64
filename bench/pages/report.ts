import type { Measured } from './measure';
import type { ProjectSize } from './make-documents';

/** What the issue asks of every page, milliseconds at the 95th percentile. */
const targetMs = 300;

interface ReportInput {
  readonly measured: readonly Measured[];
  readonly machine: { readonly cores: number; readonly model: string; readonly node: string };
  readonly size: ProjectSize;
  readonly queued: number;
  readonly labelled: number;
  readonly rounds: number;
  readonly options: { readonly requests: number; readonly repetitions: number };
  /** One-minute load average before and after. */
  readonly load: readonly [number, number];
}

const range = (values: readonly number[]): string => values.map((value) => value.toFixed(0)).join(' / ');

function row({ name, kilobytes, p50, p95 }: Measured): string {
  const isMet = Math.max(...p95) < targetMs;
  return `| ${name} | ${kilobytes.toFixed(0)} | ${range(p50)} | ${range(p95)} | ${isMet ? 'yes' : 'NO'} |`;
}

/** The result as Markdown: figures of each repetition side by side, so that the noise is seen. */
export function report({ measured, machine, size, queued, labelled, rounds, options, load }: ReportInput): string {
  const documents = size.pool + size.validation + size.test;
  const missed = measured.filter(({ p95 }) => Math.max(...p95) >= targetMs);
  return `# How fast pages answer

\`npx tsx bench/pages/main.ts\`, ${new Date().toISOString().slice(0, 10)}: ${machine.cores} cores (${machine.model}), Node ${machine.node}, production
build, embedded PostgreSQL, loopback, one signed-in admin, one request at a time, to the last byte.

The project: ${documents.toLocaleString('en')} documents (${size.pool} to pick from, ${size.validation} validation, ${size.test} test), 220 words each; ${queued} in the queue,
${labelled} of them labelled; ${rounds} rounds with 300 steps, some 700 events and 3 checkpoints each, evaluated on both splits.

${options.requests} requests to each address, ${options.repetitions} times over, the addresses taking turns: the three figures in a cell are
the three repetitions and show the noise. Load average of the machine ${load[0].toFixed(1)} before, ${load[1].toFixed(1)} after
(1 is this program and the server themselves). Target: p95 < ${targetMs} ms in every repetition.

| what | kB | p50, ms | p95, ms | < ${targetMs} |
|---|---|---|---|---|
${measured.map(row).join('\n')}

${missed.length === 0 ? 'All met the target.' : `Missed: ${missed.map(({ name }) => name).join('; ')}.`}
`;
}
