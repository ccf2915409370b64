import { contenders, type Contender, type Run } from './measure';

/** Pairs a second, as a multiple of the reference's. */
const targets: Readonly<Record<Contender, number | null>> = {
  anls_star: null,
  'ANLS*, TypeScript': 20,
  'record score, TypeScript': 50,
  'record score, Python': 3,
};

const byValue = (a: number, b: number): number => a - b;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted(byValue);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] as number) + (sorted[Math.ceil(half)] as number)) / 2;
}

const rounded = (value: number): string =>
  value.toLocaleString('en', { maximumSignificantDigits: 3, maximumFractionDigits: 10 });

const spread = (values: readonly number[]): string =>
  `${rounded(median(values))} (${rounded(Math.min(...values))}–${rounded(Math.max(...values))})`;

/** A table of all contenders on one set of pairs; ratios are taken within a repetition. */
export function rateTable(runs: Readonly<Record<Contender, readonly Run[]>>): string[] {
  const reference = runs.anls_star;
  const rows = contenders.map((contender) => {
    const target = targets[contender];
    const ratios = runs[contender].map((run, i) => run.pairsPerSecond / (reference[i] as Run).pairsPerSecond);
    const isMet = target === null ? '' : median(ratios) >= target ? `≥ ${target}: yes` : `≥ ${target}: NO`;
    const rates = spread(runs[contender].map((run) => run.pairsPerSecond));
    return `| ${contender} | ${rates} | ${target === null ? '1' : spread(ratios)} | ${isMet} | ${runs[contender][0]?.mean.toFixed(4)} |`;
  });
  return ['| | pairs/s: median (lowest–highest) | × anls_star | target | mean score |', '|---|---|---|---|---|', ...rows, ''];
}

export interface HardTime {
  readonly name: string;
  /** Seconds of each repetition. */
  readonly typescript: readonly number[];
  readonly python: readonly number[];
}

/** Seconds for one pair, by table. */
export function hardTable(times: readonly HardTime[]): string[] {
  return [
    '| rows | TypeScript, s | Python, s |',
    '|---|---|---|',
    ...times.map(({ name, typescript, python }) => `| ${name} | ${spread(typescript)} | ${spread(python)} |`),
    '',
  ];
}
