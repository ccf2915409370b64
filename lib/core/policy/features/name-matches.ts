import type { Candidate } from '../candidates/candidates';
import type { FieldPlan } from '../fields/plan';
import { textOfParts } from '../layout/text';
import type { Layout, Segment, Span, Token } from '../layout/types';
import { nameLevel, nameWords } from './names';
import { headingsAbove } from './headings';
import { columnHeads } from './table-headers';
import { labelBefore, type Traits } from './traits';

/**
 * How the page's labels name the schema's keys. The weights of these codes are
 * shared by all fields, so what one field taught ("behind the label with my
 * name") also finds a field that no labelled document has filled yet.
 */
export const scalarCodes = 128;
export const tagCodes = 16;

/** Behind the last code of a place: what `absent` gets, by the best label of the page. */
const absentCodes = 64;

/** By scalar field, the code of each candidate, below `scalarCodes`. */
export function scalarNameCodes(
  plan: FieldPlan,
  layout: Layout,
  traits: readonly Traits[],
  candidates: readonly Candidate[],
): readonly Uint8Array[] {
  const { tokens, segments, rows } = layout;
  const wordsOf = (span: Span): ReadonlySet<string> => nameWords(textOfParts(tokens, [span]));
  const labels = tokens.map((_, i) => wordsOf(labelBefore(layout, traits, i)));
  const headings = headingsAbove(layout, traits).map((heading) => heading && wordsOf(heading.span));
  return plan.scalars.map(({ path }) => {
    const key = nameWords(path.at(-1) ?? '');
    const labelLevels = labels.map((words) => nameLevel(key, words));
    const headingLevels = headings.map((words) => (words ? nameLevel(key, words) : 0));
    let best = 0;
    const codes = Uint8Array.from(candidates, ({ parts }) => {
      const first = parts[0];
      const last = parts.at(-1);
      if (!first || !last) return 0;
      const { row, segment } = tokens[first.start] as Token;
      const cell = segments[segment] as Segment;
      const label = labelLevels[first.start] ?? 0;
      const heading = rows[row]?.start === first.start ? (headingLevels[row] ?? 0) : 0;
      best = Math.max(best, label, heading);
      const begins = first.start === cell.start || traits[first.start - 1]?.endsLabel === true;
      const { segment: lastSegment } = tokens[last.end - 1] as Token;
      const ends = (segments[lastSegment] as Segment).end === last.end;
      return ((label * 4 + heading) * 2 + Number(begins)) * 2 + Number(ends);
    });
    codes[0] = absentCodes + best;
    return codes;
  });
}

/** By row group, token × column: how the head over the token names the column, below `tagCodes` / 2. */
export function columnNameCodes(
  plan: FieldPlan,
  layout: Layout,
  traits: readonly Traits[],
): readonly Uint8Array[] {
  const heads = columnHeads(layout, traits);
  const wordsOf = new Map<Segment, ReadonlySet<string>>();
  return plan.groups.map(({ columns }) => {
    const keys = columns.map(({ path }) => nameWords(path.at(-1) ?? ''));
    const codes = new Uint8Array(layout.tokens.length * columns.length);
    heads.forEach((head, i) => {
      if (!head) return;
      let words = wordsOf.get(head.segment);
      if (!words) wordsOf.set(head.segment, (words = nameWords(textOfParts(layout.tokens, [head.segment]))));
      keys.forEach((key, c) => {
        codes[i * columns.length + c] = 1 + nameLevel(key, words);
      });
    });
    return codes;
  });
}
