export interface GoldCount {
  readonly split: string;
  readonly origin: string;
  readonly count: number;
}

interface SplitGold {
  readonly split: string;
  readonly count: number;
  /** How many of each origin. */
  readonly origins: readonly Omit<GoldCount, 'split'>[];
}

/** The counts with one entry for each split, in their order. */
export function goldBySplit(counts: readonly GoldCount[]): SplitGold[] {
  return [...new Set(counts.map(({ split }) => split))].map((split) => {
    const parts = counts.filter((part) => part.split === split);
    return {
      split,
      count: parts.reduce((sum, { count }) => sum + count, 0),
      origins: parts.map(({ count, origin }) => ({ count, origin })),
    };
  });
}
