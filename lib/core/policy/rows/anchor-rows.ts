import { nearestText, occurrences, type RowTexts } from './find-text';

/** A gold row's non-empty values: column and squashed text. */
export interface GoldRow {
  readonly values: readonly GoldValue[];
}
export interface GoldValue {
  readonly column: number;
  readonly text: string;
}

/** Longer texts say no more about where a row stands than this many characters. */
const longEnough = 16;
const leastSimilarity = 0.75;
/** Two gold rows on one visual row are rarer than one each. */
const sharedRow = 0.05;

/**
 * For each gold row the visual row it most likely stands on, −1 for none: the
 * best assignment that keeps the order of the gold list (dynamic programming),
 * or, where the gold list is clearly not in reading order, each row's best.
 */
export function anchorRows(page: RowTexts, gold: readonly GoldRow[]): readonly number[] {
  const rowCount = page.texts.length;
  const scores = gold.map((row) => {
    const score = new Float64Array(rowCount);
    const longest = row.values.reduce<GoldValue | undefined>(
      (most, value) => (value.text.length > (most?.text.length ?? 0) ? value : most),
      undefined,
    );
    let found = false;
    for (let v = 0; v < rowCount; v++) {
      for (const value of row.values) {
        if (occurrences(page, v, value.text).length === 0) continue;
        score[v] = (score[v] as number) + Math.min(value.text.length, longEnough);
        found ||= value === longest;
      }
    }
    if (longest && !found && longest.text.length > 4) addNearest(page, longest.text, score);
    return score;
  });
  const ordered = bestInOrder(scores, rowCount);
  const free = scores.map((score) => indexOfMost(score));
  const total = (anchors: readonly number[]): number =>
    anchors.reduce((sum, v, r) => sum + (v < 0 ? 0 : (scores[r]?.[v] ?? 0)), 0);
  return total(ordered) >= 0.85 * total(free) ? ordered : free;
}

/** A misread text still tells where it stands. */
function addNearest(page: RowTexts, text: string, score: Float64Array): void {
  for (let v = 0; v < score.length; v++) {
    const near = nearestText(page, v, text, leastSimilarity);
    if (near) score[v] = (score[v] as number) + Math.min(text.length, longEnough) * near.similarity;
  }
}

function bestInOrder(scores: readonly Float64Array[], rowCount: number): readonly number[] {
  // best[r][v]: rows up to r placed, row r at v or before; choice −1: not placed.
  const choices: Int32Array[] = [];
  let best = new Float64Array(rowCount + 1);
  for (const score of scores) {
    const next = new Float64Array(rowCount + 1);
    const choice = new Int32Array(rowCount + 1);
    for (let v = 0; v <= rowCount; v++) {
      next[v] = best[v] as number;
      choice[v] = -1;
      if (v === 0) continue;
      const own = score[v - 1] as number;
      const before = best[v - 1] as number;
      const shared = (best[v] as number) - sharedRow;
      const here = own > 0 ? own + Math.max(before, shared) : -Infinity;
      if (here > (next[v] as number)) {
        next[v] = here;
        choice[v] = before >= shared ? v : -1 - v;
      }
      if ((next[v - 1] as number) > (next[v] as number)) {
        next[v] = next[v - 1] as number;
        choice[v] = 0;
      }
    }
    choices.push(choice);
    best = next;
  }
  const anchors = scores.map(() => -1);
  let v = rowCount;
  for (let r = scores.length - 1; r >= 0; r--) {
    const choice = choices[r] as Int32Array;
    while (v > 0 && choice[v] === 0) v--;
    const chosen = choice[v] as number;
    if (chosen > 0) {
      anchors[r] = chosen - 1;
      v = chosen - 1;
    } else if (chosen < -1) {
      anchors[r] = -2 - chosen;
      v = -1 - chosen;
    }
  }
  return anchors;
}

function indexOfMost(values: Float64Array): number {
  let best = -1;
  for (let i = 0; i < values.length; i++) {
    if ((values[i] as number) > (best < 0 ? 0 : (values[best] as number))) best = i;
  }
  return best;
}
