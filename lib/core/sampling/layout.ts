import type { PageWords, Word } from '../geometry/word';

const gridSide = 8;
/** How much one figure weighs beside the whole density grid, whose length is 1. */
const figureWeight = 0.35;

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Area of words in each cell of the page, all pages laid on one another, length 1. */
function densityGrid(pages: readonly PageWords[]): number[] {
  const grid = Array.from({ length: gridSide * gridSide }, () => 0);
  for (const { box } of pages.flatMap((page) => page.words)) {
    const column = Math.min(gridSide - 1, Math.floor(((box[0] + box[2]) / 2) * gridSide));
    const row = Math.min(gridSide - 1, Math.floor(((box[1] + box[3]) / 2) * gridSide));
    const cell = row * gridSide + column;
    grid[cell] = (grid[cell] ?? 0) + (box[2] - box[0]) * (box[3] - box[1]);
  }
  const length = Math.hypot(...grid);
  return grid.map((value) => share(value, length));
}

/** Runs of words on one line with less than two word heights between them. */
function countSegments(line: readonly Word[], page: PageWords): number {
  const sorted = [...line].sort((a, b) => a.box[0] - b.box[0]);
  const wide = 2 * median(line.map(({ box }) => (box[3] - box[1]) * page.height));
  let segments = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { box } of sorted) {
    if ((box[0] - end) * page.width > wide) segments++;
    end = Math.max(end, box[2]);
  }
  return segments;
}

/** Share of lines with three or more separate runs of words: rows of a table look so. */
function tableShare(pages: readonly PageWords[]): number {
  let lines = 0;
  let rows = 0;
  for (const page of pages) {
    const byLine = new Map<number, Word[]>();
    for (const word of page.words) byLine.set(word.line, [...(byLine.get(word.line) ?? []), word]);
    lines += byLine.size;
    for (const line of byLine.values()) if (countSegments(line, page) >= 3) rows++;
  }
  return share(rows, lines);
}

/**
 * The look of a document as text: an 8 × 8 grid of word density (length 1), then
 * share of words with a digit, share of table rows, words a page, pages, word
 * height and the shape of the page, each 0–1 times its weight. Blank: all 0.
 */
export function layoutFeatures(pages: readonly PageWords[]): number[] {
  const words = pages.flatMap((page) => page.words);
  if (words.length === 0) return Array.from({ length: gridSide * gridSide + 6 }, () => 0);
  const figures = [
    share(words.filter(({ text }) => /\p{N}/u.test(text)).length, words.length),
    tableShare(pages),
    Math.min(1, Math.log1p(words.length / pages.length) / Math.log(1000)),
    Math.min(1, Math.log2(pages.length) / 5),
    Math.min(1, median(words.map(({ box }) => box[3] - box[1])) / 0.05),
    share(pages[0]?.width ?? 0, (pages[0]?.width ?? 0) + (pages[0]?.height ?? 0)),
  ];
  const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
  return [...densityGrid(pages), ...figures.map((figure) => figure * figureWeight)].map(rounded);
}
