/**
 * Usage: npx tsx bench/receipts-ocr/main.ts
 * Reads the SROIE receipts by tesseract.js as the product does, and compares
 * the embedded policy on given lines with the same policy on OCR words. Writes
 * bench/results/receipts-ocr.md. Needs ../shared/data beside the clone; words
 * are kept in .data, a second run reads nothing.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { reachableRecord, type LabelledDocument } from '@/lib/core/policy';
import { readDocuments } from '../embedded-receipts/documents';
import { predictAll, seeds } from '../embedded-receipts/measure';
import { runRound } from '../embedded-receipts/run-round';
import { receipts } from '../embedded-receipts/schemas';
import { comparisons, microF1, spread, type Comparison, type Pair } from '../embedded-receipts/score';
import { select } from '../embedded-receipts/select';
import { asRead, findImages, readReceipts } from './read-receipts';

const given = readDocuments('receipts-sroie');
const images = await findImages();
if (!given || !images) {
  process.stderr.write('../shared/data/receipts-sroie is not here: nothing measured\n');
  process.exit(1);
}
const read = await readReceipts(images, (done, total) => process.stderr.write(`\rread ${done}/${total}`));
process.stderr.write('\n');

const picks = 100;
const kinds = Object.keys(comparisons) as readonly Comparison[];
const fields = Object.keys(receipts.properties);
const toWords = (documents: readonly LabelledDocument[]) => documents.map((document) => asRead(document, read));
const asGiven = (documents: readonly LabelledDocument[]) => documents;

const conditions = [
  { name: 'trained on given lines, tested on given lines', train: asGiven, test: asGiven },
  { name: 'trained on given lines, tested on OCR words', train: asGiven, test: toWords },
  { name: 'trained on OCR words, tested on OCR words', train: toWords, test: toWords },
] as const;
const checkpoints = [
  { name: 'trained (warm start on 10, then GRPO)', of: 'best' },
  { name: 'warm start on all labels, no reinforcement learning', of: 'warmStartAll' },
] as const;

const oracle = (documents: readonly LabelledDocument[]): Pair[] =>
  documents.map((document) => ({ gold: document.gold, predicted: reachableRecord(receipts, document, document.gold) }));

/** One row of figures over the seeds, each seed's pairs made by `pairsOf`. */
function measureRow(name: string, pairsOf: (seed: (typeof seeds)[number]) => readonly Pair[]): { overall: string; byField: string } {
  const all = seeds.map(pairsOf);
  const overall = kinds.map((kind) => spread(all.map((pairs) => microF1(pairs, kind))));
  const byField = fields.map((field) => spread(all.map((pairs) => microF1(pairs, 'strict', [field]))));
  return { overall: `| ${name} | ${overall.join(' | ')} |`, byField: `| ${name} | ${byField.join(' | ')} |` };
}

const splitOf = (seed: number) => select(given, 'facility-location', picks, seed);
const rows = [
  measureRow('best reachable, given lines', (seed) => oracle(splitOf(seed).rest)),
  measureRow('best reachable, OCR words', (seed) => oracle(toWords(splitOf(seed).rest))),
  ...conditions.flatMap(({ name, train, test }) => {
    const rounds = new Map(
      seeds.map((seed) => [seed, runRound({ schema: receipts, picked: train(splitOf(seed).picked), recipe: { seed } }).result]),
    );
    return checkpoints.map((checkpoint) =>
      measureRow(`${name}: ${checkpoint.name}`, (seed) => {
        const model = rounds.get(seed)?.[checkpoint.of];
        if (!model) throw new Error(`Seed ${seed} has no round.`);
        return predictAll(model, test(splitOf(seed).rest));
      }),
    );
  }),
];

const times = [...read.values()].map(({ ms }) => ms).sort((a, b) => a - b);
const seconds = (share: number): string => ((times[Math.floor(share * (times.length - 1))] ?? 0) / 1000).toFixed(1);
const confidences = [...read.values()].flatMap(({ words }) => words.map(({ confidence }) => confidence));
const meanConfidence = confidences.reduce((sum, one) => sum + one, 0) / confidences.length;
const wordless = [...read.values()].filter(({ words }) => words.length < 10).length;
const table = (heads: readonly string[], lines: readonly string[]): string =>
  [`| | ${heads.join(' | ')} |`, `|---|${heads.map(() => '---|').join('')}`, ...lines].join('\n');

const report = `# Receipts with and without OCR

\`npx tsx bench/receipts-ocr/main.ts\`, ${new Date().toISOString().slice(0, 10)}: 2 cores, Node ${process.version}. The SROIE receipts of
\`bench/embedded-receipts\`: ${picks} picked by facility location (on the given lines, so that every row has the same
documents), the other ${given.length - picks} are test. Seeds 1–5, mean ± standard deviation, micro-F1 in per cent. *exact*, *strict*
and *loose* as in [embedded-receipts](embedded-receipts.md).

Read by the product's own engines (tesseract.js, \`eng\`, two at a time): median ${seconds(0.5)} s a receipt, ${seconds(0.95)} s at the
95th percentile, on a machine that did other work too; mean confidence ${(meanConfidence * 100).toFixed(0)} %; ${wordless} of ${read.size} receipts gave fewer than ten words.

${table(kinds, rows.map(({ overall }) => overall))}

*Best reachable*: what the candidates could say at most on the test receipts, whatever the policy.

## By field, strict

${table(fields, rows.map(({ byField }) => byField))}
`;
mkdirSync('bench/results', { recursive: true });
writeFileSync('bench/results/receipts-ocr.md', report);
process.stdout.write(report);
