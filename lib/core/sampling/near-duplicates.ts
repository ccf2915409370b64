import { halvesDistance, hashHalves, type HashHalves } from './difference-hash';
import { textOverlap } from './fingerprint';

export interface DuplicateItem {
  readonly id: string;
  /** `differenceHash` of the first page; null for a document without image. */
  readonly hash: string | null;
  /** `textFingerprint`; null while the document is not read. */
  readonly words: readonly number[] | null;
}

export interface NearDuplicate {
  readonly id: string;
  /** Bits in which the images differ, 0–64; null where one has none. */
  readonly distance: number | null;
  /** Share of text in common, 0–1, rare text counting more; null where one has none. */
  readonly overlap: number | null;
}

export interface DuplicateGroup {
  /** The first of them in the input: the one to keep. */
  readonly keep: string;
  readonly duplicates: readonly NearDuplicate[];
}

/** Text that two scans of one page share at least, when their images agree. */
const overlapWithImage = 0.5;
/** Text alone, when the images do not: another crop or tilt of the same page. */
const overlapAlone = 0.75;
/** Too little text to judge by, in runs of three words. */
const leastText = 8;
/** Rarest shared shingles by which a document is looked up. */
const keysPerDocument = 12;

interface Leader {
  readonly item: DuplicateItem;
  readonly halves: HashHalves | null;
  readonly text: readonly number[] | null;
  readonly duplicates: NearDuplicate[];
}

const readable = (words: readonly number[] | null): readonly number[] | null =>
  words && words.length >= leastText ? words : null;

function countShingles(items: readonly DuplicateItem[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { words } of items) {
    for (const shingle of words ?? []) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** 64 bits in `bands` runs: hashes within bands − 1 bits agree on one run (pigeonhole). */
function bandKeys(hash: string, bands: number): string[] {
  const bits = [...hash].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return Array.from({ length: bands }, (_, band) => {
    const from = Math.floor((band * 64) / bands);
    return `${band}:${bits.slice(from, Math.floor(((band + 1) * 64) / bands))}`;
  });
}

/**
 * Finds documents that are the same page again: rescanned, re-photographed or
 * saved anew.
 *
 * The image alone cannot tell: at 9 × 8 pixels two clean copies of one form,
 * filled in for different patients, have nearly the same hash. So where both
 * documents are read the text decides: half of it in common when the images are
 * within `maxDistance`, three quarters when not, a run of words counting the less
 * the more documents have it (log(1 + N / df): the printed form counts little as
 * soon as some documents share it). Only where one is not read does the hash decide by
 * itself; run it again after reading.
 *
 * Each document is compared with the ones kept so far, never chained: A ~ B ~ C
 * does not make A and C duplicates. Texts are looked up by their rarest runs
 * (prefix filtering, Chaudhuri, Ganti and Kaushik 2006), images by bands.
 *
 * @param maxDistance bits, 0–63; 6 suits scans.
 * @returns groups of two and more, in input order.
 * @throws RangeError for a malformed hash or distance.
 */
export function groupNearDuplicates(items: readonly DuplicateItem[], maxDistance: number): DuplicateGroup[] {
  if (!(maxDistance >= 0 && maxDistance < 64)) throw new RangeError('a distance is 0–63 bits');
  const counts = countShingles(items);
  const countOf = (shingle: number): number => counts.get(shingle) ?? 0;
  const weigh = (shingle: number): number => Math.log1p(items.length / countOf(shingle));
  const leaders: Leader[] = [];
  const byText = new Map<number, Leader[]>();
  const byImage = new Map<string, Leader[]>();

  for (const item of items) {
    const text = readable(item.words);
    const halves = item.hash === null ? null : hashHalves(item.hash);
    const textKeys = (text ?? [])
      .filter((shingle) => countOf(shingle) > 1)
      .sort((a, b) => countOf(a) - countOf(b) || a - b)
      .slice(0, keysPerDocument);
    const imageKeys = item.hash === null ? [] : bandKeys(item.hash, Math.floor(maxDistance) + 1);

    const candidates = new Set<Leader>(textKeys.flatMap((key) => byText.get(key) ?? []));
    for (const leader of imageKeys.flatMap((key) => byImage.get(key) ?? [])) {
      if (!text || !leader.text) candidates.add(leader);
    }
    const found = [...candidates]
      .map((leader) => ({ leader, match: compare(leader, { item, halves, text }, weigh) }))
      .find(({ match }) => isSame(match, maxDistance));
    if (found) {
      found.leader.duplicates.push(found.match);
      continue;
    }
    const leader: Leader = { item, halves, text, duplicates: [] };
    leaders.push(leader);
    for (const key of textKeys) byText.set(key, [...(byText.get(key) ?? []), leader]);
    for (const key of imageKeys) byImage.set(key, [...(byImage.get(key) ?? []), leader]);
  }
  return leaders
    .filter(({ duplicates }) => duplicates.length > 0)
    .map(({ item, duplicates }) => ({ keep: item.id, duplicates }));
}

function compare(
  leader: Leader,
  other: Omit<Leader, 'duplicates'>,
  weigh: (shingle: number) => number,
): NearDuplicate {
  return {
    id: other.item.id,
    distance: leader.halves && other.halves ? halvesDistance(leader.halves, other.halves) : null,
    overlap: leader.text && other.text ? textOverlap(leader.text, other.text, weigh) : null,
  };
}

function isSame({ distance, overlap }: NearDuplicate, maxDistance: number): boolean {
  const imagesAgree = distance !== null && distance <= maxDistance;
  if (overlap === null) return imagesAgree;
  return overlap >= (imagesAgree ? overlapWithImage : overlapAlone);
}
