import { levelOf, median, type TextLine } from './text-lines';

/** A printed line of a table, its words by column. */
export interface TableLine<Cell> {
  readonly line: TextLine;
  readonly cells: readonly (readonly Cell[])[];
}

/** Starts in the middle of something: lower case, a bracket, a joining sign. */
const goesOn = /^(?:\p{Ll}|[([/,&+-])/u;

const filledIn = <Cell>({ cells }: TableLine<Cell>): number[] => cells.flatMap((cell, at) => (cell.length > 0 ? [at] : []));

/**
 * Lines → rows, each the lines that belong together: a wrapped cell goes on below
 * its row. A line goes on where it has nothing in the first column, or fills few
 * of the columns that most rows fill and stands closer to the line above than
 * rows stand, or begins in the middle of something.
 */
export function joinWrapped<Cell>(lines: readonly TableLine<Cell>[]): TableLine<Cell>[][] {
  const count = lines[0]?.cells.length ?? 0;
  const columns = Array.from({ length: count }, (_, at) => at);
  const anchors = columns.filter((at) => lines.filter((line) => (line.cells[at]?.length ?? 0) > 0).length * 5 >= lines.length * 3);
  const [first] = anchors;
  const isThin = (line: TableLine<Cell>): boolean => filledIn(line).filter((at) => anchors.includes(at)).length * 2 <= anchors.length;
  const levels = lines.map(({ line }) => levelOf(line));
  const full = levels.filter((_, at) => !isThin(lines[at] as TableLine<Cell>));
  const pitch = median(full.slice(1).map((level, at) => level - (full[at] ?? level)));
  const rows: TableLine<Cell>[][] = [];
  lines.forEach((line, at) => {
    const above = rows.at(-1);
    const gap = (levels[at] ?? 0) - (levels[at - 1] ?? 0);
    const begins = (line.line[0]?.word.text ?? '').trim();
    const lacksFirst = first !== undefined && (line.cells[first]?.length ?? 0) === 0;
    const isNear = pitch > 0 && gap < 0.8 * pitch;
    const goes = anchors.length >= 2 && isThin(line) && (lacksFirst || isNear || goesOn.test(begins));
    if (above && goes && gap <= 1.6 * Math.max(pitch, gap * 0.5)) above.push(line);
    else rows.push([line]);
  });
  return rows;
}
