import type { Random } from '../../random';
import type { Choices } from '../choices';
import type { Network } from '../model/network';
import { candidateLogProbabilities } from '../model/scalar-head';
import { entropyOf, sample } from '../model/softmax';
import type { PreparedDocument } from '../prepare';
import {
  createTagPath,
  stateAt,
  tagLogits,
  tagLogProbabilities,
  type TagHead,
} from '../rows/tag-head';

/** One sampled completion, with what the policy gave each choice when it was made. */
export interface Rollout extends Choices {
  readonly scalars: Int32Array;
  readonly scalarLogs: Float64Array;
  /** By row group, by token. */
  readonly tagLogs: readonly Float64Array[];
}

export interface RolloutGroup {
  readonly rollouts: readonly Rollout[];
  /** Mean over the scalar heads, in nats. */
  readonly entropy: number;
}

/** Samples `size` completions of one document from the policy. */
export function sampleRollouts(
  network: Network,
  weights: Float32Array,
  document: PreparedDocument,
  size: number,
  random: Random,
): RolloutGroup {
  const fields = network.scalarHeads.length;
  const rollouts = Array.from({ length: size }, () => ({
    scalars: new Int32Array(fields),
    scalarLogs: new Float64Array(fields),
    tags: [] as Uint8Array[],
    tagLogs: [] as Float64Array[],
  }));
  let entropy = 0;
  network.scalarHeads.forEach((head, field) => {
    const logs = candidateLogProbabilities(document, weights, head);
    entropy += entropyOf(logs);
    for (const rollout of rollouts) {
      const choice = sample(logs, random);
      rollout.scalars[field] = choice;
      rollout.scalarLogs[field] = logs[choice] as number;
    }
  });
  for (const head of network.tagHeads) {
    samplePaths(weights, document, head, size, random).forEach((path, r) => {
      rollouts[r]?.tags.push(path.tags);
      rollouts[r]?.tagLogs.push(path.logs);
    });
  }
  return { rollouts, entropy: fields === 0 ? 0 : entropy / fields };
}

interface SampledPath {
  readonly tags: Uint8Array;
  readonly logs: Float64Array;
}

function samplePaths(
  weights: Float32Array,
  document: PreparedDocument,
  head: TagHead,
  size: number,
  random: Random,
): readonly SampledPath[] {
  const features = document.tokenFeatures;
  if (!features) return [];
  const logits = tagLogits(features, document.columnNames[head.group] as Uint8Array, weights, head);
  const paths = Array.from({ length: size }, () => createTagPath(features, head));
  const logs = paths.map(({ chosen }) => new Float64Array(chosen.length));
  for (let i = 0; i < features.joint.length; i++) {
    // Rollouts mostly agree on what came before: a softmax for each state, not each path.
    const known = new Map<number, Float64Array>();
    paths.forEach((path, r) => {
      const key = path.keyAt(i);
      let state = known.get(key);
      if (!state) {
        state = tagLogProbabilities(logits, weights, head, i, stateAt(features, head, i, key));
        known.set(key, state);
      }
      const tag = sample(state, random);
      path.choose(i, tag);
      (logs[r] as Float64Array)[i] = state[tag] as number;
    });
  }
  return paths.map(({ chosen }, r) => ({ tags: chosen, logs: logs[r] as Float64Array }));
}
