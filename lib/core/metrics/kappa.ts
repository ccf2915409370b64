export interface Kappa {
  readonly count: number;
  /** Share of equal pairs; null without pairs. */
  readonly shareEqual: number | null;
  /** −1 to 1; null without pairs, and where both always say one and the same thing: chance alone would do that. */
  readonly kappa: number | null;
}

/** Cohen's κ of two annotators' categories, pair by pair (Cohen 1960): (p₀ − pₑ) / (1 − pₑ). */
export function cohensKappa(pairs: Iterable<readonly [string, string]>): Kappa {
  const [first, second] = [new Map<string, number>(), new Map<string, number>()];
  const add = (sums: Map<string, number>, category: string) => sums.set(category, (sums.get(category) ?? 0) + 1);
  let [count, equal] = [0, 0];
  for (const [a, b] of pairs) {
    add(first, a);
    add(second, b);
    count++;
    if (a === b) equal++;
  }
  if (count === 0) return { count, shareEqual: null, kappa: null };
  // In whole numbers up to the last division, so that "no variation" is exactly that.
  let byChance = 0;
  for (const [category, times] of first) byChance += times * (second.get(category) ?? 0);
  const all = count * count;
  return {
    count,
    shareEqual: equal / count,
    kappa: byChance === all ? null : (equal * count - byChance) / (all - byChance),
  };
}
