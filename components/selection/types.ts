/** What GET …/selections answers, a line each. */
export interface SelectionSummary {
  readonly id: string;
  readonly number: number;
  readonly strategy: string;
  readonly count: number;
  readonly seed: number;
  readonly state: 'draft' | 'committed';
  readonly createdAt: string;
  readonly _count: { readonly picks: number };
}

export interface MapPoint {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  readonly x: number;
  readonly y: number;
  readonly isLabelled: boolean;
}

export interface Pick {
  readonly documentId: string;
  readonly rank: number;
  readonly gain: number;
  readonly represents: number;
  readonly reason: string;
  readonly document: { readonly name: string; readonly kind: string | null };
}

/** What GET …/selections/ID answers. */
export interface SelectionDetail extends Omit<SelectionSummary, '_count'> {
  readonly constraints: { readonly maxPerGroup: number; readonly excludeNearDuplicatesAbove: number };
  readonly report: {
    readonly map: readonly MapPoint[];
    readonly poolSize: number;
    readonly initialCoverage: number;
    /** Coverage after each pick, 0–1. */
    readonly coverage: readonly number[];
    readonly flattensAt: number | null;
    readonly excluded: readonly { readonly documentId: string; readonly kind: string; readonly reason: string }[];
  };
  readonly picks: readonly Pick[];
}

export const strategies = ['facility-location', 'k-center', 'random'] as const;
export type Strategy = (typeof strategies)[number];

/** A strategy that this page has words for; a later server may send others. */
export const findStrategy = (name: string): Strategy | undefined => strategies.find((strategy) => strategy === name);
