/** How sure a model was of something that it said, and whether it was right. */
export interface Observation {
  /** 0–1. */
  readonly confidence: number;
  readonly isRight: boolean;
}

/** `equal-width`: of the range 0–1; `equal-mass`: as many observations in each as can be. */
export type Binning = 'equal-width' | 'equal-mass';

export interface ReliabilityOptions {
  /** 10 where not given. */
  readonly bins?: number;
  /** `equal-width` where not given. */
  readonly binning?: Binning;
}

export interface ReliabilityBin {
  /** Confidences above `low` up to `high`; 0 is in the first bin. By mass: the least and the greatest in it. */
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** Null in an empty bin. */
  readonly meanConfidence: number | null;
  readonly shareRight: number | null;
}

export interface Reliability {
  readonly bins: readonly ReliabilityBin[];
  readonly count: number;
  /** Expected calibration error, 0–1: how far confidence is from the share that is right, weighed by count. */
  readonly ece: number | null;
  /** Maximum calibration error, 0–1: the same of the worst bin. */
  readonly mce: number | null;
  /** Brier score, 0–1: mean squared distance of confidence from 1 for right and 0 for wrong. */
  readonly brier: number | null;
}

function binOf(low: number, high: number, members: readonly Observation[]): ReliabilityBin {
  const count = members.length;
  if (count === 0) return { low, high, count, meanConfidence: null, shareRight: null };
  const meanConfidence = members.reduce((sum, { confidence }) => sum + confidence, 0) / count;
  return { low, high, count, meanConfidence, shareRight: members.filter(({ isRight }) => isRight).length / count };
}

function byWidth(sorted: readonly Observation[], bins: number): ReliabilityBin[] {
  let from = 0;
  return Array.from({ length: bins }, (_, i) => {
    const high = (i + 1) / bins;
    let to = from;
    while (to < sorted.length && (sorted[to] as Observation).confidence <= high) to++;
    const bin = binOf(i / bins, high, sorted.slice(from, to));
    from = to;
    return bin;
  });
}

/** Equal confidences stay in one bin, so there can be fewer bins than asked for. */
function byMass(sorted: readonly Observation[], bins: number): ReliabilityBin[] {
  const found: ReliabilityBin[] = [];
  const confidenceAt = (i: number): number => (sorted[i] as Observation).confidence;
  for (let i = 1, from = 0; i <= bins && from < sorted.length; i++) {
    let to = Math.max(from, Math.round((i * sorted.length) / bins));
    while (to > from && to < sorted.length && confidenceAt(to) === confidenceAt(to - 1)) to++;
    if (to === from) continue;
    found.push(binOf(confidenceAt(from), confidenceAt(to - 1), sorted.slice(from, to)));
    from = to;
  }
  return found;
}

/**
 * Reliability diagram and calibration errors (ECE and MCE as in Guo et al.,
 * *On Calibration of Modern Neural Networks*, 2017, Eq. 3 and 5; Brier 1950).
 * Without observations the figures are null.
 * @throws RangeError for a confidence outside 0–1, or bins that are no whole number ≥ 1
 */
export function reliability(observations: Iterable<Observation>, options: ReliabilityOptions = {}): Reliability {
  const { bins: wanted = 10, binning = 'equal-width' } = options;
  if (!Number.isInteger(wanted) || wanted < 1) throw new RangeError('bins is a whole number ≥ 1');
  const sorted = [...observations].sort((a, b) => a.confidence - b.confidence || Number(a.isRight) - Number(b.isRight));
  if (!sorted.every(({ confidence }) => confidence >= 0 && confidence <= 1)) throw new RangeError('a confidence is between 0 and 1');
  const bins = binning === 'equal-width' ? byWidth(sorted, wanted) : byMass(sorted, wanted);
  const count = sorted.length;
  if (count === 0) return { bins, count, ece: null, mce: null, brier: null };
  const gaps = bins.map((bin) => ({ share: bin.count / count, gap: Math.abs((bin.shareRight ?? 0) - (bin.meanConfidence ?? 0)) }));
  return {
    bins,
    count,
    ece: gaps.reduce((sum, { share, gap }) => sum + share * gap, 0),
    mce: Math.max(...gaps.map(({ gap }) => gap)),
    brier: sorted.reduce((sum, { confidence, isRight }) => sum + (confidence - Number(isRight)) ** 2, 0) / count,
  };
}
