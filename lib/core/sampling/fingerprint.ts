import type { PageWords } from '../geometry/word';
import { hashToSeed } from '../random';
import { foldText } from './text';

const shingleLength = 3;
/** Shingles kept of a document: the share common to two is then right to about ± 3 points. */
const maxShingles = 256;

/**
 * What a document says, to tell a second scan of it from another filled-in copy
 * of the same form: hashes of its runs of three words, digits kept. Of a long
 * document the 256 smallest, a bottom-k sketch (Cohen and Kelley 2007): the same
 * shingles are kept of two copies, so that comparing sketches compares texts.
 *
 * @returns ascending 32-bit hashes; none for fewer than three words.
 */
export function textFingerprint(pages: readonly PageWords[]): number[] {
  const words = pages
    .flatMap((page) => page.words)
    .map(({ text }) => foldText(text).replace(/[^\p{L}\p{N}]+/gu, ''))
    .filter((word) => word !== '');
  const shingles = new Set<number>();
  for (let start = 0; start + shingleLength <= words.length; start++) {
    shingles.add(scatter(hashToSeed(words.slice(start, start + shingleLength).join(' '))));
  }
  return [...shingles].sort((a, b) => a - b).slice(0, maxShingles);
}

/** The finaliser of MurmurHash3: FNV alone leaves its high bits uneven, and "smallest" reads those. */
function scatter(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A fingerprint with what each of its shingles counts: rare ones should count more. */
export interface WeightedFingerprint {
  readonly shingles: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Weighted share of shingles common to two fingerprints, 0–1 (Jaccard: common
 * over all). Read up to the end of the shorter sketch only, where a sketch was cut.
 */
export function textOverlap(a: WeightedFingerprint, b: WeightedFingerprint): number {
  const end = Math.min(lastKept(a.shingles), lastKept(b.shingles));
  let common = 0;
  let all = 0;
  for (let i = 0, j = 0; i < a.shingles.length || j < b.shingles.length; ) {
    const left = a.shingles[i] ?? Number.POSITIVE_INFINITY;
    const right = b.shingles[j] ?? Number.POSITIVE_INFINITY;
    if (Math.min(left, right) > end) break;
    const weight = (left <= right ? a.weights[i] : b.weights[j]) ?? 0;
    all += weight;
    if (left === right) common += weight;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return all === 0 ? 0 : common / all;
}

/** Above this a sketch knows nothing: it is complete where it was not cut. */
const lastKept = (sketch: readonly number[]): number =>
  sketch.length < maxShingles ? Number.POSITIVE_INFINITY : (sketch.at(-1) ?? Number.POSITIVE_INFINITY);
