import { halvesDistance, hashHalves, type HashHalves } from './difference-hash';
import { textOverlap, type WeightedFingerprint } from './fingerprint';

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
const overlapWithImage = 0.6;
/** Text alone, when the images do not: another crop or tilt of the same page. */
const overlapAlone = 0.8;
/** Too little text to judge by, in runs of three words. */
const leastText = 8;

interface Leader {
  readonly item: DuplicateItem;
  readonly halves: HashHalves | null;
  readonly text: WeightedFingerprint | null;
  readonly duplicates: NearDuplicate[];
}

/** How many documents have each shingle. */
function countShingles(items: readonly DuplicateItem[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { words } of items) {
    for (const shingle of words ?? []) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/**
 * The shingles to look a text up by: its rarest, until what is left weighs less
 * than two duplicates must share. Texts alike enough have one of them in common.
 */
function lookUpKeys(text: WeightedFingerprint, counts: ReadonlyMap<number, number>): number[] {
  const byRarity = text.shingles
    .map((shingle, i) => ({ shingle, weight: text.weights[i] ?? 0, count: counts.get(shingle) ?? 0 }))
    .sort((a, b) => a.count - b.count || a.shingle - b.shingle);
  const total = byRarity.reduce((sum, { weight }) => sum + weight, 0);
  let left = total;
  const keys: number[] = [];
  for (const { shingle, weight, count } of byRarity) {
    if (left < overlapWithImage * total) break;
    if (count > 1) keys.push(shingle);
    left -= weight;
  }
  return keys;
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
 * documents are read the text decides: 0.6 of it in common when the images are
 * within `maxDistance`, 0.8 when not, a run of words counting the less
 * the more documents have it (log(1 + N / df): the printed form counts little as
 * soon as some documents share it). Only where one is not read does the hash decide by
 * itself; run it again after reading. A repeat with only its number and date
 * changed (a prescription given again) counts as a near duplicate too: no share
 * of text tells it from a second scan with reading errors.
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
  const weigh = (shingle: number): number => Math.log1p(items.length / (counts.get(shingle) ?? 1));
  const leaders: Leader[] = [];
  const byText = new Map<number, Leader[]>();
  const byImage = new Map<string, Leader[]>();

  for (const item of items) {
    const text =
      item.words && item.words.length >= leastText
        ? { shingles: item.words, weights: item.words.map(weigh) }
        : null;
    const halves = item.hash === null ? null : hashHalves(item.hash);
    const textKeys = text ? lookUpKeys(text, counts) : [];
    const imageKeys = item.hash === null ? [] : bandKeys(item.hash, Math.floor(maxDistance) + 1);

    const candidates = new Set<Leader>(textKeys.flatMap((key) => byText.get(key) ?? []));
    for (const leader of imageKeys.flatMap((key) => byImage.get(key) ?? [])) {
      if (!text || !leader.text) candidates.add(leader);
    }
    const found = [...candidates]
      .map((leader) => ({ leader, match: compare(leader, { item, halves, text }) }))
      .find(({ match }) => isSame(match, maxDistance));
    if (found) {
      found.leader.duplicates.push(found.match);
      continue;
    }
    const leader: Leader = { item, halves, text, duplicates: [] };
    leaders.push(leader);
    for (const key of textKeys) file(byText, key, leader);
    for (const key of imageKeys) file(byImage, key, leader);
  }
  return leaders
    .filter(({ duplicates }) => duplicates.length > 0)
    .map(({ item, duplicates }) => ({ keep: item.id, duplicates }));
}

function file<K>(index: Map<K, Leader[]>, key: K, leader: Leader): void {
  const filed = index.get(key);
  if (filed) filed.push(leader);
  else index.set(key, [leader]);
}

function compare(leader: Leader, other: Omit<Leader, 'duplicates'>): NearDuplicate {
  return {
    id: other.item.id,
    distance: leader.halves && other.halves ? halvesDistance(leader.halves, other.halves) : null,
    overlap: leader.text && other.text ? textOverlap(leader.text, other.text) : null,
  };
}

function isSame({ distance, overlap }: NearDuplicate, maxDistance: number): boolean {
  const imagesAgree = distance !== null && distance <= maxDistance;
  if (overlap === null) return imagesAgree;
  return overlap >= (imagesAgree ? overlapWithImage : overlapAlone);
}
