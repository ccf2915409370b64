import type { LabelledDocument } from '@/lib/core/policy';
import type { JsonObject } from '@/lib/core/record/json';
import { predictAll, seeds } from './measure';
import { runRound } from './run-round';
import { prescriptions, receipts } from './schemas';
import { microF1, spread } from './score';
import { select } from './select';

const vendorOf = ({ gold }: LabelledDocument): string =>
  String(gold.company).toLowerCase().replace(/\s+/gu, '');

/** Receipts of vendors that a pick has, and of others: the sampler leaves copies of its picks to the test. */
export function measureVendors(documents: readonly LabelledDocument[]): readonly string[] {
  const counts: number[] = [];
  const scores = { trainedSeen: [] as number[], labelsSeen: [] as number[], trainedNew: [] as number[], labelsNew: [] as number[] };
  for (const seed of seeds) {
    const { picked, rest } = select(documents, 'facility-location', 100, seed);
    const known = new Set(picked.map(vendorOf));
    const seen = rest.filter((document) => known.has(vendorOf(document)));
    const unseen = rest.filter((document) => !known.has(vendorOf(document)));
    const { best, warmStartAll } = runRound({ schema: receipts, picked, recipe: { seed } }).result;
    counts.push(unseen.length);
    scores.trainedSeen.push(microF1(predictAll(best, seen), 'strict'));
    scores.labelsSeen.push(microF1(predictAll(warmStartAll, seen), 'strict'));
    scores.trainedNew.push(microF1(predictAll(best, unseen), 'strict'));
    scores.labelsNew.push(microF1(predictAll(warmStartAll, unseen), 'strict'));
  }
  return [
    `Only ${Math.max(...counts)} or fewer of the 120 test receipts are of vendors without a picked receipt. Strict F1 on them: trained ${spread(scores.trainedNew)}, all labels without RL ${spread(scores.labelsNew)}; on the others ${spread(scores.trainedSeen)} and ${spread(scores.labelsSeen)}.`,
    '',
  ];
}

/** Three regular expressions: what these prescriptions ask of any reader. */
function byRule({ pages }: LabelledDocument): JsonObject {
  const lines = new Map<number, string>();
  for (const { line, text } of pages.flatMap((page) => page.words)) {
    lines.set(line, lines.has(line) ? `${lines.get(line)} ${text}` : text);
  }
  const texts = [...lines.values()];
  const quantities = texts.filter((text) => text.startsWith('SL:'));
  const names = texts.filter((text) => /^\d+\)/u.test(text));
  return {
    date: texts.find((text) => /^Ngày \d/u.test(text)) ?? null,
    drugs: names.map((name, i) => ({ name, quantity: quantities[i] ?? null })),
  };
}

/** How much the perfect score on prescriptions is worth. */
export function measureRule(documents: readonly LabelledDocument[]): readonly string[] {
  const pairs = documents.map((document) => ({ gold: document.gold, predicted: byRule(document) }));
  const { picked, rest } = select(documents, 'facility-location', 60, 1);
  const { warmStart } = runRound({ schema: prescriptions, picked, recipe: { seed: 1, epochs: 0 } }).result;
  const swapped = predictAll(warmStart, rest).map(({ predicted }, i, all) => ({
    gold: all[(i + 1) % all.length]?.gold ?? {},
    predicted,
  }));
  return [
    `This task is too easy to tell engines apart: three regular expressions without learning reach ${(microF1(pairs, 'exact') * 100).toFixed(1)} (every name begins with "n)" and every quantity with "SL:"). Control: the predictions scored against the next document's gold give ${(microF1(swapped, 'exact') * 100).toFixed(1)}.`,
    '',
  ];
}
