/**
 * Usage: npx tsx bench/embedded-receipts/main.ts
 * Trains the embedded policy on real receipts and prescriptions and writes
 * bench/results/embedded-receipts.md. Needs ../shared/data beside the clone.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readDocuments } from './documents';
import { measureOracle, measureRounds } from './measure';
import { measureRule, measureVendors } from './measure-controls';
import { measureSelection } from './measure-selection';
import { prescriptions, receipts } from './schemas';

const sroie = readDocuments('receipts-sroie');
const vaipe = readDocuments('prescriptions-vaipe');
if (!sroie || !vaipe) {
  process.stderr.write('../shared/data/receipts-sroie and prescriptions-vaipe are not here: nothing measured\n');
  process.exit(1);
}

const report: string[] = [];
const say = (...lines: readonly string[]): void => {
  report.push(...lines);
  process.stdout.write(`${lines.join('\n')}\n`);
};

say(
  '# The embedded engine on real documents',
  '',
  'Measured 2026-11-20 by `npx tsx bench/embedded-receipts/main.ts` on a machine with 2 cores, Node 20, busy with other work at the time (processor time says what the engine needs). Seeds 1–5, mean ± standard deviation, micro-F1 in per cent over the leaves.',
  '*exact* is the score of `docs/scoring.md`; *strict* leaves case and white space aside; *loose* all but letters and digits. Words are cut from given text lines by proportional width: no OCR is in these figures.',
  'Documents are picked by facility location; all others are test. Every seventh pick is validation and chooses the checkpoint. The picks hardly change with the seed (97 or more of 100 are the same), so the spread is nearly that of training alone and says nothing about other documents.',
  '',
  `## Receipts (SROIE, ${sroie.length} documents)`,
  '',
  `Ceiling of the candidates: ${measureOracle(receipts, sroie)}.`,
  '',
);
say(...measureRounds('100 picked, default recipe (warm start on 10, then GRPO)', receipts, sroie, 100, {}));
say(...measureRounds('100 picked, warm start on all, then GRPO', receipts, sroie, 100, { warmStartDocuments: 100 }));
say(...measureVendors(sroie));
say(
  `## Prescriptions (VAIPE, ${vaipe.length} documents, rows of drugs)`,
  '',
  `Ceiling of the candidates: ${measureOracle(prescriptions, vaipe)}.`,
  '',
);
say(...measureRounds('60 picked, default recipe', prescriptions, vaipe, 60, {}));
say(...measureRule(vaipe));
say(
  '## Which documents to label',
  '',
  'Receipts, strict F1 on 80 test documents drawn anew for each seed, n picked from the other 140. Warm start alone, so that nothing but the choice differs.',
  '',
  ...measureSelection(receipts, sroie),
);

say(
  '## What to believe',
  '',
  '- There was no development split. The rules that cut words and join punctuation were written while looking at the values that the candidates missed in all 220 receipts, test documents included, and eight settings of the warm start (learning rate, epochs, damping) were compared on random splits of the same receipts. Expect optimism in the ceiling and in every score of this page.',
  '- Reinforcement learning after a warm start on 10 does not reach what the same labels give without it. After a warm start on all it adds less than its own spread. Do not claim a gain from it on these receipts.',
  '- The strict ceiling passes 0.92 only with white space taken out; by the exact score of `docs/scoring.md` it is lower, as the first line says.',
  '- Facility location is clearly ahead at 10 picks only; at 25 and more the strategies lie within their spread of one another here.',
);

const results = new URL('../results/', import.meta.url);
mkdirSync(results, { recursive: true });
writeFileSync(fileURLToPath(new URL('embedded-receipts.md', results)), `${report.join('\n').trim()}\n`);
