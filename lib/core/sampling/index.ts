export { documentFeatures, featuresVersion, thumbnailSide } from './features';
export type { DocumentFeatures, FeatureSource, SparseCounts } from './features';
export { createSimilarity, similarityWeights, suggestedNearDuplicateLikeness } from './similarity';
export type { Similarity } from './similarity';
export { facilityLocation, selectDocuments } from './select-documents';
export { exclusionKinds, selectionStrategies } from './types';
export type {
  ExclusionKind,
  KindQuota,
  NearDocument,
  SelectionCandidate,
  SelectionConstraints,
  SelectionExclusion,
  SelectionInput,
  SelectionPick,
  SelectionResult,
  SelectionStrategy,
} from './types';
export { differenceHash, hammingDistance, hashSize } from './difference-hash';
export { textFingerprint } from './fingerprint';
export { groupNearDuplicates } from './near-duplicates';
export type { DuplicateGroup, DuplicateItem, NearDuplicate } from './near-duplicates';
export { projectToPlane } from './projection';
export type { PlanePoint } from './projection';
