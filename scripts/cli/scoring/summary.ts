import { differenceFigures, intervalOf, microScore } from '@/lib/core/scoring';
import type { DifferenceInterval, Interval, ResampledCounts, Tally } from '@/lib/core/scoring';
import { percent, tableText } from '../print';
import type { LeftOutLines } from './left-out-lines';

/** As many rows as a person reads. */
const shownFields = 200;

/** Paths come out of predictions: a control character in one would be acted on by the terminal. */
const printable = (text: string): string =>
  text.replace(/\p{Cc}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');

const intervalText = ({ low, high }: Interval): string => `${percent(low)} to ${percent(high)}`;

function figureRow(name: string, counts: ResampledCounts): readonly (string | number)[] {
  const { matched, predicted, gold, precision, recall, f1 } = microScore(counts.total);
  const rates = [precision, recall, f1].map(percent);
  return [name, matched, predicted, gold, ...rates, intervalText(intervalOf(counts))];
}

const moreFields = (count: number): readonly string[] =>
  count > shownFields ? [`and ${count - shownFields} more fields; --json has them all`] : [];

function leftOutText(leftOut: LeftOutLines): readonly string[] {
  const [count, first] = [leftOut.count(), leftOut.first()];
  if (count === 0) return [];
  const more = count > first.length ? [`  and ${count - first.length} more; --json has them all`] : [];
  return [`${count} left out:`, ...first.map(({ line, reason }) => `  line ${line}: ${printable(reason)}`), ...more];
}

/** What was scored, by field and in all, with 95 % intervals of F1, and what was left out. */
export function summaryOf(name: string, tally: Tally, leftOut: LeftOutLines): string {
  if (tally.documents() === 0) return lines(`${printable(name)}: nothing could be scored`, ...leftOutText(leftOut));
  const paths = tally.paths();
  const rows = paths.slice(0, shownFields).map((path) => figureRow(printable(path), tally.of(path)));
  const head = ['field', 'matched', 'predicted', 'gold', 'P', 'R', 'F1', '95 %'];
  const { precision, recall, f1 } = microScore(tally.all.total);
  return lines(
    tableText(head, [...rows, figureRow('all', tally.all)]),
    ...moreFields(paths.length),
    `${printable(name)}: F1 ${percent(f1)} (${intervalText(intervalOf(tally.all))}), precision ${percent(precision)}, ` +
      `recall ${percent(recall)} over ${tally.documents()} documents`,
    ...leftOutText(leftOut),
  );
}

const signed = (share: number): string => `${share > 0 ? '+' : ''}${percent(share)}`;

const verdict = ({ isDifference }: DifferenceInterval): string => (isDifference ? 'a difference' : 'no difference shown');

/** F1 of the second minus F1 of the first, by field and in all. */
export function differenceSummary(before: Tally, after: Tally): string {
  const { micro, fields } = differenceFigures(before, after);
  if (!micro) return '';
  const entries = Object.entries(fields);
  const row = (name: string, found: DifferenceInterval): readonly string[] => [
    name, signed(found.difference), `${signed(found.low)} to ${signed(found.high)}`, verdict(found),
  ];
  return lines(
    tableText(
      ['F1, second minus first', 'difference', '95 %', ''],
      [...entries.slice(0, shownFields).map(([path, found]) => row(printable(path), found)), row('all', micro)],
    ),
    ...moreFields(entries.length),
  );
}
