import type { Network } from '../model/network';
import { candidateLogProbabilities } from '../model/scalar-head';
import type { PreparedDocument } from '../prepare';
import { tagLogits } from '../rows/tag-head';

/** The warm-started policy on one document: what the KL holds on to. */
export interface DocumentReference {
  /** Log-probabilities of the candidates, by scalar field. */
  readonly scalars: readonly Float64Array[];
  /** Logits of the tags before any choice, by row group. */
  readonly tagLogits: readonly Float32Array[];
}

export function referenceOn(
  network: Network,
  weights: Float32Array,
  document: PreparedDocument,
): DocumentReference {
  const { tokenFeatures: features } = document;
  return {
    scalars: network.scalarHeads.map((head) =>
      candidateLogProbabilities(document, weights, head),
    ),
    tagLogits: features ? network.tagHeads.map((head) => tagLogits(features, document.columnNames[head.group] as Uint8Array, weights, head)) : [],
  };
}
