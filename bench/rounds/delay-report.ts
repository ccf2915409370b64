import { quantile } from '../workbench/statistics';
import type { Watched } from './watch-page';

/** What is asked of an event, milliseconds at the 95th percentile. */
const targetMs = 1_000;

interface DelayInput {
  readonly stamped: Watched;
  readonly embedded: Watched;
  /** Of the database, a second. */
  readonly transactions: { readonly calm: number; readonly waiting: number; readonly training: number };
  readonly others: number;
  readonly machine: { readonly cores: number; readonly model: string; readonly node: string };
  /** One-minute load average before and after. */
  readonly load: readonly [number, number];
}

function row(name: string, delays: readonly number[]): string {
  const figures = [quantile(delays, 0.5), quantile(delays, 0.95), Math.max(...delays)].map((ms) => ms.toFixed(0));
  return `| ${name} | ${delays.length} | ${figures.join(' | ')} | ${quantile(delays, 0.95) < targetMs ? 'yes' : 'NO'} |`;
}

/** The result as Markdown. */
export function reportDelays({ stamped, embedded, transactions, others, machine, load }: DelayInput): string {
  const heard = stamped.arrived.flatMap(({ stamp, here }) => (stamp === null ? [] : [here - stamp]));
  const drawn = stamped.drawn.map(({ stamp, here }) => here - stamp);
  const inside = embedded.arrived.map(({ at, here }) => here - at);
  const { calm, waiting, training } = transactions;
  return `# How soon a round's page shows what the trainer says

\`npx tsx bench/rounds/event-delay.ts\`, ${new Date().toISOString().slice(0, 10)}: ${machine.cores} cores (${machine.model}), Node ${machine.node}, production build,
embedded PostgreSQL, loopback, Chromium with the round's log open, ${others} more streams on the same round. One clock: all of it
runs on one machine. Load average of the machine ${load[0].toFixed(1)} before, ${load[1].toFixed(1)} after.

The trainer writes a step's lines (metrics, four rollouts, progress, a stamped line) every 60 to 400 ms. Stream: until the page's
own event stream has the line. Page: until the line stands in the page's document. The embedded engine's events count from when the
worker says them. Target: p95 < ${targetMs} ms.

| from → to | events | p50, ms | p95, ms | longest, ms | < ${targetMs} |
|---|---|---|---|---|---|
${row('trainer → stream', heard)}
${row('trainer → page', drawn)}
${row('embedded engine → stream', inside)}

Transactions of the whole database a second: ${calm.toFixed(1)} with nothing going on, ${waiting.toFixed(1)} with a page open on a round that waits,
${training.toFixed(1)} while it trains, with that page and ${others} more streams.
`;
}
