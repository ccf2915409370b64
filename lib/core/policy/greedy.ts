import { candidateLogProbabilities } from './model/scalar-head';
import { argmax } from './model/softmax';
import type { Network } from './model/network';
import type { PreparedDocument } from './prepare';
import { createTagPath, stateAt, tagLogits, tagLogProbabilities } from './rows/tag-head';
import type { Choices } from './choices';

export interface GreedyChoices extends Choices {
  /** Probability of the chosen candidate of each scalar field. */
  readonly scalarConfidence: readonly number[];
  /** Probability of each token's chosen tag, by row group. */
  readonly tagConfidence: readonly Float64Array[];
}

/** Each head's likeliest choice, tags one after the other. */
export function greedyChoices(
  network: Network,
  weights: Float32Array,
  document: PreparedDocument,
): GreedyChoices {
  const scalars: number[] = [];
  const scalarConfidence: number[] = [];
  network.scalarHeads.forEach((head) => {
    const log = candidateLogProbabilities(document, weights, head);
    const best = argmax(log);
    scalars.push(best);
    scalarConfidence.push(Math.exp(log[best] as number));
  });
  const tags: Uint8Array[] = [];
  const tagConfidence: Float64Array[] = [];
  const features = document.tokenFeatures;
  if (features) {
    for (const head of network.tagHeads) {
      const logits = tagLogits(features, document.columnNames[head.group] as Uint8Array, weights, head);
      const path = createTagPath(features, head);
      const confidence = new Float64Array(path.chosen.length);
      for (let i = 0; i < confidence.length; i++) {
        const state = stateAt(features, head, i, path.keyAt(i));
        const log = tagLogProbabilities(logits, weights, head, i, state);
        const best = argmax(log);
        path.choose(i, best);
        confidence[i] = Math.exp(log[best] as number);
      }
      tags.push(path.chosen);
      tagConfidence.push(confidence);
    }
  }
  return { scalars, tags, scalarConfidence, tagConfidence };
}
