import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import { leavesOf, valueAt } from '@/lib/core/record/pointer';
import type { Labour } from './labour-documents';
import { median, quantile } from './statistics';

interface Played {
  readonly name: string;
  /** In the order of the documents. */
  readonly documents: readonly { readonly acts: number; readonly keys: number; readonly seconds: number }[];
}

interface ReportInput {
  /** By hand comes first: the others are compared with it. */
  readonly played: readonly Played[];
  readonly documents: readonly Labour[];
  readonly sizes: { readonly learn: number; readonly play: number };
  readonly machine: { readonly cores: number; readonly node: string; readonly load: number; readonly seconds: number };
}

/** Share of the acts that suggestions are to save. */
const target = 0.6;
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const spread = (values: readonly number[]): string => `${median(values).toFixed(0)} (${quantile(values, 0.25).toFixed(0)}–${quantile(values, 0.75).toFixed(0)})`;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const savedOf = (own: readonly number[], hand: readonly number[]): number[] => own.map((value, at) => 1 - value / (hand[at] ?? Number.NaN));

/** Share of the leaves of gold that the checkpoint suggests letter for letter in their place. */
function rightShare(documents: readonly Labour[]): number {
  const leaves = documents.flatMap(({ gold, prediction }) => leavesOf(gold).map(({ pointer, value }) => textOfLeaf(valueAt(prediction.record, pointer) ?? null) === textOfLeaf(value)));
  return leaves.filter(Boolean).length / leaves.length;
}

/** The result as Markdown. */
export function labourReport({ played, documents, sizes, machine }: ReportInput): string {
  const actsOf = ({ documents: all }: Played): number[] => all.map(({ acts }) => acts);
  const hand = played[0] ? actsOf(played[0]) : [];
  const rows = played.map((way, at) => {
    const acts = actsOf(way);
    const saved = savedOf(acts, hand);
    const isMet = median(saved) >= target ? 'yes' : 'NO';
    return `| ${way.name} | ${spread(acts)} | ${spread(way.documents.map(({ keys }) => keys))} | ${spread(way.documents.map(({ seconds }) => seconds))} | ${
      at === 0 ? '' : `${percent(median(saved))} (${percent(quantile(saved, 0.25))}–${percent(quantile(saved, 0.75))})`
    } | ${at === 0 ? '' : percent(1 - sum(acts) / sum(hand))} | ${at < 2 ? '' : isMet} |`;
  });
  const each = documents.map(({ id, kind }, at) => `| ${id} | ${kind} | ${played.map((way) => way.documents[at]?.acts ?? '').join(' | ')} |`);
  return `# How much labelling costs a hand

\`npx tsx bench/workbench/labour.ts\`, ${new Date().toISOString().slice(0, 10)}: ${machine.cores} cores, Node ${machine.node}, load average ${machine.load.toFixed(1)};
${machine.seconds.toFixed(0)} s with what OCR read before kept. Counts do not depend on how busy the machine is.

${sizes.play} generated reports of ${new Set(documents.map(({ kind }) => kind)).size} kinds, read by the product's own OCR. The checkpoint is the embedded engine's, trained on ${sizes.learn}
other reports of other patients as OCR read them; of the leaves of gold ${percent(rightShare(documents))} are suggested letter for letter in their place.

An act is a key (a combination is one), a click or a drag. Seconds are those of a hand that knows what to do and never thinks or
looks: 0.2 s a key, 1.3 s a click, 2.4 s a drag, 0.4 s from keyboard to mouse or back (keystroke-level model without its mental operators).
Median (quartiles) over the documents.

| | acts | of them keys | seconds | acts saved, each document | of all acts | ≥ ${percent(target)} |
|---|---|---|---|---|---|---|
${rows.join('\n')}

## What is counted

- A pure model plays each field in the cheapest way that its help allows; the proposal of rows, the words that a click takes and the suggestions
  come from the product's own functions. The end is the gold, letter for letter; the last acts submit.
- *By hand*: letters, Tab or a click from field to field, Alt+Enter for a row.
- *Words*: a click on a word or a drag over several, Ctrl for more; letters that OCR misread are mended in place; a table by Alt+T, a drag over it,
  two clicks for each column named anew, Enter, then cells and rows that are wrong.
- *Suggestions, one by one*: Enter for what is right; the rest mended, typed over or taken from the page. What is wrongly suggested where nothing stands is passed by.
- *All at once*: Ctrl+Shift+Enter with the limit at 0 %, then what is wrong. The fewest acts, and the easiest way to overlook an error.
- Each kind of act is done for real in the browser by \`tests/e2e/keyboard-only.test.ts\` (typing, Tab, Alt+Enter, words by keys, submit), \`tests/e2e/fields.test.ts\` (cells, rows
  off the page, suggestions corrected and taken at once, "Mark absent and submit"), \`tests/e2e/canvas.test.ts\` and \`tests/e2e/loop.test.ts\` (words by clicks, drags and Ctrl). The plays as a whole were not done there.

## What to believe

- Taking words already saves nearly as many acts as suggestions do; what suggestions save over words is time, since Enter is quicker than to point.
- The generator's reports come from a few houses that print alike, so the checkpoint has seen the layouts. On real receipts it gets some 60 % of the
  leaves (\`bench/results/receipts-ocr.md\`) and will save less.
- The hand never overlooks an error and never hesitates; a person's seconds are more, most of all where values are only checked.
- By hand nothing is pasted and no column filled down: a person who does has fewer acts.

## Each document, acts

| | kind | ${played.map(({ name }) => name).join(' | ')} |
|---|---|${played.map(() => '---').join('|')}|
${each.join('\n')}
`;
}
