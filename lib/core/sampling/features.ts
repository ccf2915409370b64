import type { PageWords } from '../geometry/word';
import { hashToSeed } from '../random';
import { layoutFeatures } from './layout';
import { countGrams, foldWord } from './text';

export const featuresVersion = 1;

/** Hash → how often, as two lists of one length; `keys` ascend. */
export interface SparseCounts {
  readonly keys: readonly number[];
  readonly counts: readonly number[];
}

/**
 * What the sampler knows of a document: plain numbers, JSON as it stands, some
 * 8 kB a page. Words are hashed and digits reduced to their shape, so no value
 * can be read off; common words can be guessed, so it is stored like the text.
 */
export interface DocumentFeatures {
  readonly version: typeof featuresVersion;
  /** Words, folded, by 32-bit hash. */
  readonly words: SparseCounts;
  /** Character 3- and 4-grams of those words, by 16-bit hash. */
  readonly grams: SparseCounts;
  /** Density grid and shape of the page: see `layoutFeatures`. */
  readonly layout: readonly number[];
  /** 16 × 16 grey levels of the first page, row by row, 0–255. */
  readonly image: readonly number[] | null;
  readonly kind: string | null;
}

export interface FeatureSource {
  readonly pages: readonly PageWords[];
  /** `thumbnail`: 16 × 16 grey levels, row-major. */
  readonly image: { readonly thumbnail: Uint8Array } | null;
  readonly kind?: string | null;
}

export const thumbnailSide = 16;

function toSparse(counts: ReadonlyMap<number, number>): SparseCounts {
  const entries = [...counts].sort(([a], [b]) => a - b);
  return { keys: entries.map(([key]) => key), counts: entries.map(([, count]) => count) };
}

/**
 * Features of one document for the sampler.
 * @throws RangeError where the thumbnail is not 16 × 16.
 */
export function documentFeatures(source: FeatureSource): DocumentFeatures {
  const thumbnail = source.image?.thumbnail ?? null;
  if (thumbnail && thumbnail.length !== thumbnailSide ** 2) {
    throw new RangeError(`a thumbnail has ${thumbnailSide ** 2} grey levels, not ${thumbnail.length}`);
  }
  const words = new Map<number, number>();
  const grams = new Map<number, number>();
  for (const { text } of source.pages.flatMap((page) => page.words)) {
    for (const word of foldWord(text)) {
      const key = hashToSeed(word) >>> 0;
      words.set(key, (words.get(key) ?? 0) + 1);
      countGrams(word, grams);
    }
  }
  return {
    version: featuresVersion,
    words: toSparse(words),
    grams: toSparse(grams),
    layout: layoutFeatures(source.pages),
    image: thumbnail ? [...thumbnail] : null,
    kind: source.kind ?? null,
  };
}
