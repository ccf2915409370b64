import type { DocumentFeatures } from './features';
import { indexTerms } from './postings';
import { weighTerms } from './weighted-text';

/**
 * What each part of the likeness weighs. Words first: they say what kind of
 * document it is and which fields it has; character n-grams forgive OCR errors
 * and spelling; the layout is where fields stand; the image only how it was taken.
 */
export const similarityWeights = { words: 0.45, grams: 0.25, layout: 0.2, image: 0.1 } as const;

/** Likeness of the documents of one corpus, by their position in it. */
export interface Similarity {
  readonly size: number;
  /** Likeness of two documents, 0 (nothing in common) to 1 (the same). */
  readonly between: (a: number, b: number) => number;
  /** Likeness of one document to every one; a shared array, not to be written to. */
  readonly row: (index: number) => Float32Array;
}

/**
 * A likeness from which two documents teach the same, for
 * `excludeNearDuplicatesAbove`: of 120 real prescriptions four pairs reach it, the
 * same drugs prescribed again; of 220 receipts, many from one shop, none does.
 */
export const suggestedNearDuplicateLikeness = 0.97;

/** Rows are kept up to this many documents (144 MB), beyond it they are worked out anew. */
const keptRows = 6000;

/** Dense vectors of length 1 side by side; a missing or blank one is all 0. */
function unitRows(vectors: readonly (readonly number[] | null)[], width: number): Float32Array {
  const rows = new Float32Array(vectors.length * width);
  vectors.forEach((vector, i) => {
    if (!vector) return;
    const length = Math.hypot(...vector);
    if (length > 0) rows.set(vector.map((value) => value / length), i * width);
  });
  return rows;
}

function centred(levels: readonly number[] | null): readonly number[] | null {
  if (!levels) return null;
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  return levels.map((level) => level - mean);
}

function dotRows(rows: Float32Array, width: number, a: number, b: number): number {
  let sum = 0;
  for (let i = a * width, j = b * width, end = i + width; i < end; i++, j++) sum += rows[i]! * rows[j]!;
  return sum;
}

/**
 * Likeness over a corpus: the weighted mean of four cosines, of TF-IDF words,
 * TF-IDF character n-grams, layout and centred grey levels (below 0 counted as 0).
 * Where one of the two has no image or a flat one, the other three share its weight.
 * @throws RangeError where layouts or images differ in length.
 */
export function createSimilarity(features: readonly DocumentFeatures[]): Similarity {
  const layoutWidth = features[0]?.layout.length ?? 0;
  const imageWidth = features.find(({ image }) => image)?.image?.length ?? 0;
  for (const { layout, image } of features) {
    if (layout.length !== layoutWidth || (image && image.length !== imageWidth)) {
      throw new RangeError('features of different versions cannot be compared');
    }
  }
  const words = indexTerms(weighTerms(features.map((f) => f.words)));
  const grams = indexTerms(weighTerms(features.map((f) => f.grams)));
  const layouts = unitRows(features.map(({ layout }) => layout), layoutWidth);
  const images = unitRows(features.map(({ image }) => centred(image)), imageWidth);
  const hasImage = features.map(({ image }) => image?.some((level) => level !== image[0]) ?? false);
  const { image: imageWeight } = similarityWeights;

  const workOut = (index: number): Float32Array => {
    const sums = new Float32Array(features.length);
    words.addDotProducts(index, similarityWeights.words, sums);
    grams.addDotProducts(index, similarityWeights.grams, sums);
    for (let j = 0; j < sums.length; j++) {
      let value = sums[j]! + similarityWeights.layout * dotRows(layouts, layoutWidth, index, j);
      if (hasImage[index] && hasImage[j]) {
        value += imageWeight * Math.max(0, dotRows(images, imageWidth, index, j));
      } else value /= 1 - imageWeight;
      sums[j] = Math.min(1, Math.max(0, value));
    }
    sums[index] = 1;
    return sums;
  };
  const kept = new Map<number, Float32Array>();
  const row = (index: number): Float32Array => {
    const known = kept.get(index);
    if (known) return known;
    const made = workOut(index);
    if (features.length <= keptRows) kept.set(index, made);
    return made;
  };
  return { size: features.length, row, between: (a, b) => row(a)[b] ?? 0 };
}
