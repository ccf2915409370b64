import type { RowLink } from './link-rows';

/** `matched` by row and column, with no more rows than columns. */
interface Weights {
  readonly rows: number;
  readonly columns: number;
  readonly of: Int32Array;
}

function weightsOf(links: readonly RowLink[], goldCount: number, predictedCount: number): Weights {
  const isWide = goldCount <= predictedCount;
  const [rows, columns] = isWide ? [goldCount, predictedCount] : [predictedCount, goldCount];
  const of = new Int32Array(rows * columns);
  for (const { g, p, matched } of links) of[isWide ? g * columns + p : p * columns + g] = matched;
  return { rows, columns, of };
}

/**
 * The largest total of `matched` that a one-to-one assignment of the links has.
 * The Hungarian method (Kuhn 1955, with the potentials of Munkres 1957), total
 * alone: tables with lists in their rows ask for it hundreds of thousands of
 * times, mostly for lists of a few rows, where a library's matrices cost more
 * than the search.
 */
export function bestTotal(links: readonly RowLink[], goldCount: number, predictedCount: number): number {
  const { rows, columns, of } = weightsOf(links, goldCount, predictedCount);
  // Row `rows` and column `columns` stand for "none yet".
  const rowPrice = new Int32Array(rows + 1);
  const columnPrice = new Int32Array(columns + 1);
  const rowOf = new Int32Array(columns + 1).fill(rows);
  const cameFrom = new Int32Array(columns);
  const slack = new Int32Array(columns);
  const isReached = new Uint8Array(columns + 1);
  for (let start = 0; start < rows; start++) {
    slack.fill(0x7fffffff);
    isReached.fill(0);
    rowOf[columns] = start;
    let column = columns;
    do {
      isReached[column] = 1;
      const row = rowOf[column] as number;
      let step = 0x7fffffff;
      let next = columns;
      for (let c = 0; c < columns; c++) {
        if (isReached[c]) continue;
        const reduced = (rowPrice[row] as number) + (columnPrice[c] as number) - (of[row * columns + c] as number);
        if (reduced < (slack[c] as number)) {
          slack[c] = reduced;
          cameFrom[c] = column;
        }
        if ((slack[c] as number) < step) {
          step = slack[c] as number;
          next = c;
        }
      }
      for (let c = 0; c <= columns; c++) {
        if (isReached[c]) {
          const reached = rowOf[c] as number;
          rowPrice[reached] = (rowPrice[reached] as number) - step;
          columnPrice[c] = (columnPrice[c] as number) + step;
        } else if (c < columns) slack[c] = (slack[c] as number) - step;
      }
      column = next;
    } while (rowOf[column] !== rows);
    while (column !== columns) {
      const before = cameFrom[column] as number;
      rowOf[column] = rowOf[before] as number;
      column = before;
    }
  }
  let total = 0;
  for (let c = 0; c < columns; c++) if (rowOf[c] !== rows) total += of[(rowOf[c] as number) * columns + c] as number;
  return total;
}
