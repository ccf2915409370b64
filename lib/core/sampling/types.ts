import type { DocumentFeatures } from './features';

export const selectionStrategies = ['facility-location', 'k-center', 'random'] as const;
export type SelectionStrategy = (typeof selectionStrategies)[number];

/** A document the sampler may pick, or must reckon with. */
export interface SelectionCandidate {
  readonly id: string;
  /** What people call it, used in sentences; the id where missing. */
  readonly name?: string;
  /** Patient, visit or whatever must stay together; null for none. */
  readonly group: string | null;
  /** null: not read yet, so that nothing is known about it. */
  readonly features: DocumentFeatures | null;
  /** The document this one is a near duplicate of, as `groupNearDuplicates` found; null for none. */
  readonly duplicateOf?: string | null;
}

/** How many documents of one kind a selection takes. */
export interface KindQuota {
  readonly min?: number;
  readonly max?: number;
}

export interface SelectionConstraints {
  /** Documents of one group at most, those labelled before included. */
  readonly maxPerGroup?: number;
  /** 0–1: nothing at least this similar to a pick or to a labelled document is picked. */
  readonly excludeNearDuplicatesAbove?: number;
  /** By `features.kind`. A minimum that cannot be met leaves its places to the others. */
  readonly quotas?: Readonly<Record<string, KindQuota>>;
}

export interface SelectionInput {
  readonly documents: readonly SelectionCandidate[];
  /** Labelled or queued before: they count as coverage and are not picked again. */
  readonly alreadyPicked: readonly string[];
  /** Groups with a document in validation or test: none of theirs may be trained on. */
  readonly blockedGroups?: readonly string[];
  /** Documents wanted; fewer come back where fewer are allowed. */
  readonly count: number;
  readonly seed: number;
  readonly constraints: SelectionConstraints;
}

export interface NearDocument {
  readonly documentId: string;
  readonly similarity: number;
}

export interface SelectionPick {
  readonly documentId: string;
  /** 1 is labelled first. */
  readonly rank: number;
  /** What this pick added to the coverage, 0–1. */
  readonly gain: number;
  /** Mean similarity of every pool document to its nearest pick, this one included, 0–1. */
  readonly coverage: number;
  /** Pool documents (itself not counted) nearest to this pick, when all picks are made. */
  readonly represents: number;
  /** The most alike among those it represents, best first, three at most. */
  readonly nearest: readonly NearDocument[];
  /** Why it was picked, one plain sentence. */
  readonly reason: string;
}

export const exclusionKinds = [
  'not-read',
  'already-labelled',
  'group-held-back',
  'near-duplicate',
  'group-picked',
  'kind-full',
] as const;
export type ExclusionKind = (typeof exclusionKinds)[number];

/** A document that a rule kept out; one merely not picked is not listed. */
export interface SelectionExclusion {
  readonly documentId: string;
  readonly kind: ExclusionKind;
  /** The document it is a near duplicate of. */
  readonly of?: string;
  /** One plain sentence. */
  readonly reason: string;
}

export interface SelectionResult {
  readonly strategy: SelectionStrategy;
  readonly seed: number;
  readonly picks: readonly SelectionPick[];
  /** Coverage of what was labelled before, 0–1: where the curve starts. */
  readonly initialCoverage: number;
  /** Documents whose coverage is measured: read, not held back, no duplicates. */
  readonly poolSize: number;
  /** Rank after which a further pick adds little; null where the curve does not bend. */
  readonly flattensAt: number | null;
  readonly excluded: readonly SelectionExclusion[];
}
