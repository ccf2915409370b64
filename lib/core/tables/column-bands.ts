import { heightOf, type PlacedWord, type TextLine } from './text-lines';

/** A column as it stands on the page, in pixels from the left. */
export interface Band {
  readonly left: number;
  readonly right: number;
}

/** Blank between columns in heights of a word; between words it is about half of that. */
const leastGap = 0.62;

/** Stretches that words of the lines cover, joined over gaps that are too narrow for columns. */
function coveredBy(lines: readonly TextLine[], gap: number): Band[] {
  const bands: { left: number; right: number }[] = [];
  for (const { left, right } of lines.flat().sort((a, b) => a.left - b.left)) {
    const last = bands.at(-1);
    if (last && left - last.right < gap) last.right = Math.max(last.right, right);
    else bands.push({ left, right });
  }
  return bands;
}

/**
 * The columns of lines: where a blank runs through all of them. A line whose
 * text runs across a blank of all others (a title, a note) does not count; at
 * most one in six lines may be such.
 * @returns the bands, and the lines that run across.
 */
export function findBands(lines: readonly TextLine[]): { readonly bands: readonly Band[]; readonly across: ReadonlySet<TextLine> } {
  const words = lines.flat();
  // Few lines: blanks between words line up by chance.
  const gap = heightOf(words) * (lines.length < 4 ? 0.9 : leastGap);
  const across = new Set<TextLine>();
  let counted = [...lines];
  for (let left = Math.floor(lines.length / 6); left > 0; left--) {
    const bands = coveredBy(counted, gap);
    const better = counted
      .map((line) => ({ line, bands: coveredBy(counted.filter((other) => other !== line), gap) }))
      .filter((one) => one.bands.length > bands.length)
      .sort((a, b) => b.bands.length - a.bands.length)[0];
    if (!better) break;
    across.add(better.line);
    counted = counted.filter((line) => line !== better.line);
  }
  return { bands: coveredBy(counted, gap), across };
}

/** The band that a word lies in most, or else the nearest. */
export function bandOf(bands: readonly Band[], word: PlacedWord): number {
  const distance = ({ left, right }: Band): number =>
    Math.max(left - word.right, word.left - right, -(Math.min(right, word.right) - Math.max(left, word.left)));
  return bands.reduce((best, band, at) => (distance(band) < distance(bands[best] as Band) ? at : best), 0);
}

/** The words of a line by band. */
export function splitLine(bands: readonly Band[], line: TextLine): PlacedWord[][] {
  const cells: PlacedWord[][] = bands.map(() => []);
  for (const word of line) cells[bandOf(bands, word)]?.push(word);
  return cells;
}
