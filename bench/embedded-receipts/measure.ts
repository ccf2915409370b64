import { predictRecord, reachableRecord, serialisePolicy, type LabelledDocument, type PolicyModel } from '@/lib/core/policy';
import type { RecordSchema } from '@/lib/core/schema/types';
import { cpuSecondsSince, runRound } from './run-round';
import { comparisons, microF1, spread, type Comparison, type Pair } from './score';
import { select } from './select';

export const seeds = [1, 2, 3, 4, 5] as const;
const kinds = Object.keys(comparisons) as readonly Comparison[];

export const predictAll = (model: PolicyModel, documents: readonly LabelledDocument[]): readonly Pair[] =>
  documents.map((document) => ({ gold: document.gold, predicted: predictRecord(model, document).record }));

/** The ceiling: what the candidates and rows could say of all documents. */
export function measureOracle(schema: RecordSchema, documents: readonly LabelledDocument[]): string {
  const pairs = documents.map((document) => ({
    gold: document.gold,
    predicted: reachableRecord(schema, document, document.gold),
  }));
  return kinds.map((kind) => `${kind} ${(microF1(pairs, kind) * 100).toFixed(1)}`).join(', ');
}

/** Five rounds: picked by facility location, tested on all other documents. */
export function measureRounds(
  title: string,
  schema: RecordSchema,
  documents: readonly LabelledDocument[],
  count: number,
  recipe: Readonly<Record<string, number>>,
): readonly string[] {
  const scores = new Map<string, number[]>();
  const note = (name: string, value: number): void => {
    scores.set(name, [...(scores.get(name) ?? []), value]);
  };
  for (const seed of seeds) {
    const { picked, rest } = select(documents, 'facility-location', count, seed);
    const round = runRound({ schema, picked, recipe: { ...recipe, seed } });
    for (const name of ['warmStart', 'warmStartAll', 'best'] as const) {
      const started = process.cpuUsage();
      const pairs = predictAll(round.result[name], rest);
      note('milliseconds', (cpuSecondsSince(started) * 1000) / rest.length);
      for (const kind of kinds) note(`${name}/${kind}`, microF1(pairs, kind));
      if (name !== 'best') continue;
      for (const key of Object.keys(schema.properties)) note(`field/${key}`, microF1(pairs, 'strict', [key]));
    }
    note('seconds', round.seconds);
    note('cpu', round.cpuSeconds);
    note('first', round.firstReward);
    note('last', round.lastReward);
    note('bytes', serialisePolicy(round.result.best).length);
  }
  const show = (name: string, factor?: number, digits?: number): string =>
    spread(scores.get(name) ?? [], factor, digits);
  const row = (label: string, name: string): string =>
    `| ${label} | ${kinds.map((kind) => show(`${name}/${kind}`)).join(' | ')} |`;
  const fields = Object.keys(schema.properties).map((key) => `${key} ${show(`field/${key}`)}`);
  return [
    `### ${title}`,
    '',
    `| checkpoint | ${kinds.join(' | ')} |`,
    `|---|${kinds.map(() => '---|').join('')}`,
    row('warm start on few', 'warmStart'),
    row('warm start on all, no RL', 'warmStartAll'),
    row('trained, best on validation', 'best'),
    '',
    `Per field (trained, strict): ${fields.join('; ')}. Mean r_matching of the rollouts: ${show('first', 1, 3)} in the first pass, ${show('last', 1, 3)} in the last.`,
    `A whole round took ${show('seconds', 1)} s by the clock and ${show('cpu', 1)} s of processor time; a prediction ${show('milliseconds', 1)} ms of processor time a document, features included; a checkpoint has ${((scores.get('bytes')?.[0] ?? 0) / 1000).toFixed(0)} kB.`,
    '',
  ];
}
