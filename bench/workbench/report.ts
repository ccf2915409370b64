import type { FrameRun } from './frames';
import type { HeapReading } from './heap';
import type { KeyRun } from './keys';
import { shape } from './make-project';
import { median, quantile } from './statistics';

interface ReportInput {
  readonly opening: readonly { readonly name: string; readonly cold: readonly number[]; readonly warm: readonly number[] }[];
  /** One list for each repetition, the same runs in each. */
  readonly frames: readonly (readonly FrameRun[])[];
  readonly keys: readonly { readonly field: KeyRun; readonly cell: KeyRun }[];
  readonly switches: readonly number[];
  readonly heap: readonly HeapReading[];
  readonly browserVersion: string;
  readonly options: { readonly repetitions: number; readonly secondsPerRun: number; readonly presses: number; readonly openings: number };
  readonly machine: { readonly cores: number; readonly model: string; readonly node: string };
  /** One-minute load average before and after. */
  readonly load: readonly [number, number];
}

/** Frames per second, milliseconds, megabytes: what a person does not notice. */
const targets = { framesPerSecond: 50, keyMs: 50, openMs: 300, switchMs: 150, heapMb: 150 } as const;
/** Growth of the heap from the 50th document on that counts as none, in megabytes. */
const growthMb = 5;

const yes = (isMet: boolean): string => (isMet ? 'yes' : 'NO');
const ms = (values: readonly number[]): string => `${median(values).toFixed(0)} / ${quantile(values, 0.95).toFixed(0)}`;
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function frameRows(frames: ReportInput['frames']): string[] {
  return (frames[0] ?? []).map(({ name }, at) => {
    const runs = frames.flatMap((runs) => runs[at] ?? []);
    const rates = runs.map(({ framesPerSecond }) => framesPerSecond);
    const tasks = runs.flatMap(({ longTasks }) => longTasks);
    return row(
      name, rates.map((rate) => rate.toFixed(0)).join(' / '), median(rates).toFixed(0),
      median(runs.map(({ intervalP95 }) => intervalP95)).toFixed(0), `${tasks.length}${tasks.length > 0 ? `, longest ${Math.max(...tasks).toFixed(0)} ms` : ''}`,
      median(runs.map(({ eventsPerSecond }) => eventsPerSecond)).toFixed(0), yes(median(rates) >= targets.framesPerSecond),
    );
  });
}

function keyRows(keys: ReportInput['keys']): string[] {
  return (['field', 'cell'] as const).map((place) => {
    const runs = keys.map((run) => run[place]);
    const paints = runs.flatMap((run) => run.paints);
    const timed = runs.flatMap((run) => run.timed);
    const p95 = quantile(paints, 0.95);
    return row(
      place === 'field' ? 'a field' : 'a cell of the table', String(paints.length), median(paints).toFixed(0), p95.toFixed(0),
      runs.map((run) => quantile(run.paints, 0.95).toFixed(0)).join(' / '),
      timed.length === 0 ? 'none above 16' : `${quantile([...timed, ...Array.from({ length: Math.max(0, paints.length - timed.length) }, () => 16)], 0.95).toFixed(0)}`,
      yes(p95 < targets.keyMs),
    );
  });
}

/** The result as Markdown; a target that was missed says so. */
export function report({ opening, frames, keys, switches, heap, browserVersion, options, machine, load }: ReportInput): string {
  const last = heap.at(-1);
  const steady = heap.find(({ documents }) => documents === 50);
  const grown = (last?.megabytes ?? Number.NaN) - (steady?.megabytes ?? Number.NaN);
  return `# How the workbench feels

\`npx tsx bench/workbench/main.ts\`, ${new Date().toISOString().slice(0, 10)}: ${machine.cores} cores (${machine.model}), Node ${machine.node}, Chromium ${browserVersion}
without a window and without a graphics card (everything is drawn by the processor: the slow case), 1440 × 900, production build,
embedded PostgreSQL, loopback, browser and server on the same cores. Load average ${load[0].toFixed(1)} before, ${load[1].toFixed(1)} after
(about 2 is this program itself): on a busy machine the figures are worse than the product is.

Each document has ${shape.wordsPerPage.toLocaleString('en')} words a page, ${shape.fields} fields and a table of ${shape.rows} rows with 4 columns, all answered and all with a box on the
first page. The document for frames and keys has ${shape.pages} pages; those of the queue have one.

## Frames while the page moves

Real wheel and pointer events, each sent when the one before was handled; frames are counted by \`requestAnimationFrame\`,
${options.secondsPerRun} s a run, ${options.repetitions} repetitions. Target: median ≥ ${targets.framesPerSecond} frames a second.

| | frames/s in each | median | 95 % of frames within, ms | tasks > 50 ms | events/s | ≥ ${targets.framesPerSecond} |
|---|---|---|---|---|---|---|
${frameRows(frames).join('\n')}

## From a key to the paint

Letters typed about one in 110 ms, ${options.presses} in each of ${options.repetitions} repetitions, from the key event's own time to the end of the next
frame. The last figure is the browser's Event Timing (to 8 ms, it leaves out what is under 16). Target: p95 < ${targets.keyMs} ms.

| typed into | keys | p50, ms | p95, ms | p95 of each repetition | Event Timing p95, ms | < ${targets.keyMs} |
|---|---|---|---|---|---|---|
${keyRows(keys).join('\n')}

## Opening a document

From the start of the navigation until the page is drawn with words and marks, the first field shows its value and takes
the cursor; median / p95 of ${options.openings}. *Cold*: an empty cache but for the sign-in. *Warm*: the same address loaded again in full.
Target for both: median < ${targets.openMs} ms.

| | cold, ms | < ${targets.openMs} | warm, ms | < ${targets.openMs} |
|---|---|---|---|---|
${opening.map(({ name, cold, warm }) => row(name, ms(cold), yes(median(cold) < targets.openMs), ms(warm), yes(median(warm) < targets.openMs))).join('\n')}

## The next document of the queue

Ctrl+→ after 0.3 s on a document, until the next one is ready in the same sense: median ${median(switches).toFixed(0)} ms, p95 ${quantile(switches, 0.95).toFixed(0)} ms,
slowest ${Math.max(...switches).toFixed(0)} ms of ${switches.length}. Target: median < ${targets.switchMs} ms: ${yes(median(switches) < targets.switchMs)}.

## Memory over 200 documents

One tab that goes from document to document; JavaScript heap after its garbage was collected. Target: < ${targets.heapMb} MB after the last,
no more than ${growthMb} MB above what it was after 50.

| documents | heap, MB | DOM nodes | event listeners |
|---|---|---|---|
${heap.map(({ documents, megabytes, nodes, listeners }) => row(String(documents), megabytes.toFixed(1), String(nodes), String(listeners))).join('\n')}

Below ${targets.heapMb} MB: ${yes((last?.megabytes ?? Number.NaN) < targets.heapMb)}. Growth from 50 on: ${grown.toFixed(1)} MB; none: ${yes(grown <= growthMb)}.
`;
}
