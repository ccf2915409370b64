/**
 * Generated reports with gold, for bench/gpu/table1.py.
 * Usage: npx tsx bench/gpu/make-reports.ts FOLDER [--seed N] [--pretrain N] [--picks N] [--test N]
 */
import { mkdir, open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { canonicalJson } from '@/lib/core/round/canonical-json';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { generateReport, planDemo } from '@/lib/demo';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    pretrain: { type: 'string', default: '2000' },
    picks: { type: 'string', default: '100' },
    test: { type: 'string', default: '200' },
  },
});
const [folder] = positionals;
if (!folder) {
  process.stderr.write('Usage: npx tsx bench/gpu/make-reports.ts FOLDER [--seed N] [--pretrain N] [--picks N] [--test N]\n');
  process.exit(1);
}

const picks = Number(values.picks);
const planned = planDemo({ seed: Number(values.seed), pool: picks + Number(values.pretrain), validation: 20, test: Number(values.test) });
await mkdir(path.join(folder, 'pages'), { recursive: true });
await writeFile(path.join(folder, 'schema.json'), JSON.stringify(medicalReportSchema));
const lines = await open(path.join(folder, 'documents.jsonl'), 'w');
let pool = 0;
for (const order of planned) {
  const { image, width, height, gold } = await generateReport(order);
  // The plan's order of the pool is by chance already.
  const split = order.split === 'pool' ? (pool++ < picks ? 'seed' : 'pretrain') : order.split;
  const name = `pages/${order.id}.jpg`;
  await writeFile(path.join(folder, name), image);
  const pages = [{ page: 0, width, height, words: [] }];
  await lines.write(`${JSON.stringify({ id: order.id, split, rank: order.index, pages, gold: canonicalJson(gold), evidence: '{}', image: name })}\n`);
}
await lines.close();
