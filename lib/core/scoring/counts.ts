/** Matched, predicted and gold leaves: n, |S_p| and |S_g| of Eq. 5. */
export interface LeafCounts {
  readonly matched: number;
  readonly predicted: number;
  readonly gold: number;
}

/** Each 0–1. */
export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export const noLeaves: LeafCounts = { matched: 0, predicted: 0, gold: 0 };

export const addCounts = (a: LeafCounts, b: LeafCounts): LeafCounts => ({
  matched: a.matched + b.matched,
  predicted: a.predicted + b.predicted,
  gold: a.gold + b.gold,
});

/** 2PR/(P+R), written without the rates: 2n / (|S_p| + |S_g|). @param size |S_p| + |S_g|, above 0. */
export const f1Of = (matched: number, size: number): number => (2 * matched) / size;

/** P, R and F1; 1 where both sides are empty, 0 where a denominator is. */
export function ratesOf({ matched, predicted, gold }: LeafCounts): Rates {
  if (predicted === 0 && gold === 0) return { precision: 1, recall: 1, f1: 1 };
  const precision = predicted === 0 ? 0 : matched / predicted;
  const recall = gold === 0 ? 0 : matched / gold;
  return { precision, recall, f1: f1Of(matched, predicted + gold) };
}

/** r_matching (Eq. 5). @param alpha weight of precision, 0–1. */
export const matchingOf = (rates: Rates, alpha: number): number =>
  alpha * rates.precision + (1 - alpha) * rates.recall;
