import { linearSumAssignment } from 'linear-sum-assignment';
import { contentLikeness } from './cell-kinds';
import { headingLikeness } from './header-words';
import type { TableColumn } from './table-columns';

/** What is known of a column of the page. */
export interface FoundColumn {
  readonly heading: string;
  readonly texts: readonly string[];
}

/** Below this a column of the page belongs to none of the list. */
const leastLikeness = 0.3;
/** Decides between equals only. */
const slight = 0.08;

/**
 * Which column of the list each column of the page is, none twice; null for
 * none. Headings count three times what the cells look like; the order of the
 * schema decides between equals, and alone where neither tells anything.
 */
export function nameColumns(found: readonly FoundColumn[], columns: readonly TableColumn[]): (number | null)[] {
  const isHeaded = found.some(({ heading }) => heading !== '');
  const isSameCount = found.length === columns.length;
  const likeness = ({ heading, texts }: FoundColumn, at: number, column: TableColumn, place: number): number => {
    const name = heading === '' ? 0 : headingLikeness(heading, column.name);
    const content = contentLikeness(texts, column);
    // A heading that says something else speaks against the column.
    if (isHeaded) return (heading === '' ? 1.5 * content : 3 * name + (name < 0.2 ? 0.2 : 1) * content) + slight * (1 - Math.abs(at / found.length - place / columns.length));
    // Tables begin with what they list and what was found; marks and units show by themselves.
    const byOrder = isSameCount ? 0.3 : 0.5 * 0.6 ** place;
    return 1.5 * content + (at === place ? byOrder : 0) + slight * (1 - Math.abs(at - place) / columns.length);
  };
  const scores = found.map((one, at) => columns.map((column, place) => likeness(one, at, column, place)));
  if (scores.length === 0 || columns.length === 0) return found.map(() => null);
  const { rowAssignments } = linearSumAssignment(scores, { maximaze: true });
  return found.map((_, at) => {
    const place = rowAssignments[at];
    return place === undefined || place < 0 || (scores[at]?.[place] ?? 0) < leastLikeness + slight ? null : place;
  });
}
