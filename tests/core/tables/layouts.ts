import type { PageBox } from '@/lib/core/geometry/box';
import type { Word } from '@/lib/core/geometry/word';
import { generateReport } from '@/lib/demo';
import type { JsonObject } from '@/lib/core/record/json';

export const page = { page: 0, width: 1000, height: 1400 };
const letterPx = 11;
const heightPx = 20;

/** Words set from `x` on at the level `y`, in pixels of `page`; `right` sets them up to `x` instead. */
export function print(text: string, x: number, y: number, right = false): Word[] {
  const start = right ? x - text.length * letterPx : x;
  let at = start;
  return text.split(' ').map((word) => {
    const box = [at, y, at + word.length * letterPx - 2, y + heightPx];
    at += (word.length + 1) * letterPx;
    return { text: word, confidence: 1, line: 0, box: [(box[0] ?? 0) / page.width, (box[1] ?? 0) / page.height, (box[2] ?? 0) / page.width, (box[3] ?? 0) / page.height] as unknown as PageBox };
  });
}

/** A table set at column places; "" leaves a cell out. */
export const setTable = (rows: readonly (readonly string[])[], places: readonly number[], pitch = 32, top = 100): Word[] =>
  rows.flatMap((row, at) => row.flatMap((text, column) => (text === '' ? [] : print(text, places[column] ?? 0, top + at * pitch))));

/** The same words on a page that was laid askew: `slope` is rise over run. */
export const skew = (words: readonly Word[], slope: number): Word[] =>
  words.map((word) => {
    const [x0, y0, x1, y1] = word.box;
    const drop = (slope * ((x0 + x1) / 2) * page.width) / page.height;
    return { ...word, box: [x0, y0 + drop, x1, y1 + drop] as unknown as PageBox };
  });

export interface ReportTable {
  readonly words: readonly Word[];
  readonly size: { readonly page: number; readonly width: number; readonly height: number };
  readonly gold: readonly JsonObject[];
}

/** The table of a generated report with what a person would drag over it; null where it has none, or two side by side. */
export async function tableOfReport(seed: number, index: number, kind: 'blood' | 'urine' | 'stool' | 'physical-examination', withHeading: boolean): Promise<ReportTable | null> {
  const report = await generateReport({ seed, index, kind });
  const gold = (report.gold.Indicators ?? []) as JsonObject[];
  const evidence = Object.entries(report.evidence).filter(([pointer]) => pointer.startsWith('/Indicators/'));
  const boxes = evidence.flatMap(([, found]) => found.map(({ box }) => box));
  const items = evidence.filter(([pointer]) => pointer.endsWith('/Item Name')).map(([, found]) => found[0]?.box[0] ?? 0);
  if (gold.length < 2 || Math.max(...items) - Math.min(...items) > 0.3) return null;
  const heights = boxes.map((box) => box[3] - box[1]).sort((a, b) => a - b);
  const height = heights[Math.floor(heights.length / 2)] ?? 0;
  const region = [
    Math.min(...boxes.map((box) => box[0])) - 0.05,
    Math.min(...boxes.map((box) => box[1])) - (withHeading ? 2.2 : 0.2) * height,
    Math.max(...boxes.map((box) => box[2])) + 0.05,
    Math.max(...boxes.map((box) => box[3])) + 0.4 * height,
  ] as const;
  const isInside = ([x0, y0, x1, y1]: PageBox): boolean => {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return x > region[0] && x < region[2] && y > region[1] && y < region[3];
  };
  const words = report.words.filter(({ box }) => isInside(box)).map(({ text, box }) => ({ text, box, confidence: 1, line: 0 }));
  return { words, size: { page: 0, width: report.width, height: report.height }, gold };
}
