/** Splits that nothing is trained on: what checkpoints are evaluated and compared on. */
export const heldOutSplits = ['validation', 'test', 'transfer'] as const;
export type HeldOutSplit = (typeof heldOutSplits)[number];

/** A held-out split, or one transfer suite of the project. */
export interface HeldOut {
  readonly split: HeldOutSplit;
  /** Name of the suite where the split is `transfer`, else empty. */
  readonly suite: string;
}

export const testSplit: HeldOut = { split: 'test', suite: '' };

export const isSameHeldOut = (one: HeldOut, other: HeldOut): boolean =>
  one.split === other.split && one.suite === other.suite;

/** Validation, test, then the suites by name. */
export function compareHeldOut(one: HeldOut, other: HeldOut): number {
  const places = heldOutSplits.indexOf(one.split) - heldOutSplits.indexOf(other.split);
  return places || (one.suite < other.suite ? -1 : one.suite > other.suite ? 1 : 0);
}
