import type { PixelSize } from '../geometry/box';
import type { Word } from '../geometry/word';
import { isMark, isSpan } from './cell-kinds';
import { bandOf, findBands, splitLine, type Band } from './column-bands';
import { headingLikeness, isAbout, looksLikeHeading } from './header-words';
import { joinWrapped } from './join-wrapped';
import { nameColumns } from './name-columns';
import type { TableColumn } from './table-columns';
import { heightOf, levelWords, linesOf, type PlacedWord, type TextLine } from './text-lines';

/** Rows read off a region of a page, for a person to look at. */
export interface ProposedTable {
  readonly page: number;
  /** The columns of the page, left to right, each with what heads it and the column of the list that it is. */
  readonly columns: readonly { readonly heading: string; readonly target: number | null }[];
  /** Row → column of the page → its words in reading order; `line` counts the lines of the region. */
  readonly rows: readonly (readonly (readonly Word[])[])[];
}

const textOf = (words: readonly PlacedWord[]): string => words.map(({ word }) => word.text).join(' ');
const isNumeric = (text: string): boolean => /\d/.test(text);

/** How many lines at the top name columns: those that do, or else one of words alone above a column of numbers. */
function countHeadLines(lines: readonly TextLine[], bands: readonly Band[], names: readonly string[]): { readonly from: number; readonly to: number } {
  const texts = lines.map((line) => splitLine(bands, line).map(textOf));
  const heads = texts.slice(0, Math.min(4, lines.length - 1)).map((row) => looksLikeHeading(row, names));
  const from = heads.indexOf(true);
  if (from >= 0) {
    let to = from + 1;
    while (heads[to]) to++;
    return { from, to };
  }
  const [top = [], ...body] = texts;
  const isWordy = top.length >= 2 && top.every((text) => text !== '' && !isNumeric(text));
  const numeric = bands.filter((_, at) => body.filter((row) => isNumeric(row[at] ?? '')).length * 10 >= body.length * 7);
  return isWordy && body.length > 0 && numeric.length > 0 ? { from: 0, to: 1 } : { from: 0, to: 0 };
}

/** Bands that a blank inside of one column cut in two: "Ref." | "range", "3.5 -" | "5.0". */
function joinBands(bands: readonly Band[], head: readonly TextLine[], body: readonly TextLine[], names: readonly string[]): readonly Band[] {
  const best = (text: string): number => {
    const scores = names.map((name) => headingLikeness(text, name));
    const most = Math.max(0, ...scores);
    return most >= 0.3 ? scores.indexOf(most) : -1;
  };
  const height = heightOf(body.flat());
  for (let at = 0; at + 1 < bands.length; at++) {
    const [left, right] = [bands[at] as Band, bands[at + 1] as Band];
    const cells = body.map((line) => splitLine(bands, line)).map((row) => [textOf(row[at] ?? []), textOf(row[at + 1] ?? [])] as const);
    const [headLeft, headRight] = [at, at + 1].map((one) => head.map((line) => textOf(splitLine(bands, line)[one] ?? [])).join(' ').trim());
    const both = cells.filter(([a, b]) => a !== '' && b !== '');
    const spans = both.filter(([a, b]) => isSpan(`${a} ${b}`) && !isSpan(a) && !isSpan(b));
    const isCutHeading = headLeft !== '' && headRight !== '' && best(headLeft ?? '') >= 0 && best(headLeft ?? '') === best(headRight ?? '');
    const isCutSpan = spans.length * 2 > both.length;
    const isHeadless = head.length > 0 && (headLeft === '' || headRight === '') && right.left - left.right < 1.1 * height;
    // "… infection if | high" is one cell; "11.3 | H" are two.
    const isMarks = cells.filter(([, b]) => b !== '').every(([a, b]) => isMark(b) && a.split(' ').length < 3);
    if (isCutHeading || isCutSpan || (isHeadless && !isMarks)) {
      const joined = [...bands.slice(0, at), { left: left.left, right: right.right }, ...bands.slice(at + 2)];
      return joinBands(joined, head, body, names);
    }
  }
  return bands;
}

/** A mark that has no column of its own on the page stands behind the result: the column it is split off from. */
function markedColumn(cells: readonly (readonly PlacedWord[])[][], targets: readonly (number | null)[], columns: readonly TableColumn[]): number {
  const flag = columns.findIndex(({ name }) => isAbout(name, 'flag'));
  if (flag < 0 || targets.includes(flag)) return -1;
  const endings = targets.map((target, at) => {
    const name = target === null ? '' : (columns[target]?.name ?? '');
    if (target === null || !isAbout(name, 'result') || isAbout(name, 'critical')) return 0;
    return cells.filter((row) => (row[at]?.length ?? 0) > 1 && isMark(row[at]?.at(-1)?.word.text ?? '')).length;
  });
  const most = Math.max(0, ...endings);
  return most === 0 ? -1 : endings.indexOf(most);
}

function splitMarks(row: readonly (readonly PlacedWord[])[], at: number): (readonly PlacedWord[])[] {
  const words = row[at] ?? [];
  const isMarked = words.length > 1 && isMark(words.at(-1)?.word.text ?? '');
  const pair = isMarked ? [words.slice(0, -1), words.slice(-1)] : [words, []];
  return [...row.slice(0, at), ...pair, ...row.slice(at + 1)];
}

/**
 * Rows of a table from the words in a region and where they stand: levels the
 * lines, finds the blanks that run through them, names the columns by their
 * headings and cells, joins wrapped lines. Every word of a row is a word of the
 * region, none stands twice. One table; two side by side come out as one.
 * @param page number of the page (from 0) and its size in pixels
 * @returns null where there is nothing to propose.
 */
export function proposeTable(
  words: readonly Word[],
  page: PixelSize & { readonly page: number },
  columns: readonly TableColumn[],
): ProposedTable | null {
  const lines = linesOf(levelWords(words, page));
  if (lines.length === 0 || columns.length === 0) return null;
  const names = columns.map(({ name }) => name);
  const { bands: found, across } = findBands(lines);
  const head = countHeadLines(lines, found, names);
  const headLines = lines.slice(head.from, head.to);
  const body = lines.slice(head.to).filter((line) => !across.has(line) || new Set(line.map((word) => bandOf(found, word))).size > 2);
  const bands = joinBands(found, headLines, body, names);
  const lineNumber = new Map(lines.map((line, at) => [line, at]));
  const rows = joinWrapped(body.map((line) => ({ line, cells: splitLine(bands, line) }))).map((row) =>
    bands.map((_, at) => row.flatMap(({ line, cells }) => (cells[at] ?? []).map((one) => ({ ...one, word: { ...one.word, line: lineNumber.get(line) ?? 0 } })))),
  );
  const headings = bands.map((_, at) => headLines.map((line) => textOf(splitLine(bands, line)[at] ?? [])).join(' ').trim());
  const foundColumns = bands.map((_, at) => ({ heading: headings[at] ?? '', texts: rows.map((row) => textOf(row[at] ?? [])).filter((text) => text !== '') }));
  const targets = nameColumns(foundColumns, columns);
  const marked = markedColumn(rows, targets, columns);
  const flag = columns.findIndex(({ name }) => isAbout(name, 'flag'));
  const named = targets.map((target, at) => ({ heading: headings[at] ?? '', target }));
  const cells = marked < 0 ? rows : rows.map((row) => splitMarks(row, marked));
  return rows.length === 0
    ? null
    : {
        page: page.page,
        columns: marked < 0 ? named : named.toSpliced(marked + 1, 0, { heading: '', target: flag }),
        rows: cells.map((row) => row.map((cell) => cell.map(({ word }) => word))),
      };
}
