/** Rewards of one group as its members are told apart by them. */
export interface GroupAdvantages {
  /** (r − mean) / std of each rollout (arXiv 2506.13363 §3.1); 0 for those unscorable. */
  readonly advantages: readonly number[];
  /** All earned the same: nothing to learn from this group. */
  readonly isFlat: boolean;
}

/** Differences below this are rounding, not merit. */
const smallestSpread = 1e-9;

/** @param rewards null for a rollout that could not be scored: it leaves the group. */
export function groupAdvantages(rewards: readonly (number | null)[]): GroupAdvantages {
  const scored = rewards.filter((reward) => reward !== null);
  const mean = scored.reduce((sum, reward) => sum + reward, 0) / Math.max(1, scored.length);
  const variance =
    scored.reduce((sum, reward) => sum + (reward - mean) ** 2, 0) / Math.max(1, scored.length);
  const spread = Math.sqrt(variance);
  if (spread < smallestSpread) return { advantages: rewards.map(() => 0), isFlat: true };
  return {
    advantages: rewards.map((reward) => (reward === null ? 0 : (reward - mean) / spread)),
    isFlat: false,
  };
}
