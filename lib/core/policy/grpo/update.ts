import type { Optimizer } from '../model/adagrad';
import type { Network } from '../model/network';
import { backpropagateCandidates, candidateLogProbabilities, type ScalarHead } from '../model/scalar-head';
import type { PreparedDocument } from '../prepare';
import {
  backpropagateTags,
  createTagPath,
  stateAt,
  tagLogits,
  tagLogProbabilities,
  type TagHead,
} from '../rows/tag-head';
import type { DocumentReference } from './reference';
import type { Rollout } from './sample-rollouts';
import { addSurrogateSlopes, type SurrogateSettings, type SurrogateTally, type WeighedChoice } from './surrogate';

/** A rollout that was scored in a group whose rewards differ. */
export interface WeighedRollout {
  readonly rollout: Rollout;
  readonly advantage: number;
}

export interface UpdateInput {
  readonly network: Network;
  readonly optimizer: Optimizer;
  readonly document: PreparedDocument;
  readonly reference: DocumentReference;
  /** Weights of the reference, for what depends on earlier choices. */
  readonly referenceWeights: Float32Array;
  readonly rollouts: readonly WeighedRollout[];
  readonly settings: SurrogateSettings;
  /** Weight of each rollout in the loss of the step. */
  readonly share: number;
  readonly tally: SurrogateTally;
}

/** Adds one document's gradient; the caller applies it. */
export function addDocumentGradient(input: UpdateInput): void {
  input.network.scalarHeads.forEach((head) => addScalarGradient(input, head));
  input.network.tagHeads.forEach((head) => addTagGradient(input, head));
}

function addScalarGradient(input: UpdateInput, head: ScalarHead): void {
  const { document, optimizer, reference, rollouts, settings, share, tally } = input;
  const logs = candidateLogProbabilities(document, optimizer.weights, head);
  const slopes = new Float64Array(logs.length);
  const choices = rollouts.map(({ rollout, advantage }) => ({
    choice: rollout.scalars[head.field] as number,
    oldLog: rollout.scalarLogs[head.field] as number,
    advantage,
  }));
  const held = reference.scalars[head.field] as Float64Array;
  addSurrogateSlopes(logs, held, choices, settings, share, slopes, tally);
  backpropagateCandidates(document, optimizer, head, slopes);
}

function addTagGradient(input: UpdateInput, head: TagHead): void {
  const { document, optimizer, reference, referenceWeights, rollouts, settings, share, tally } = input;
  const { group } = head;
  const features = document.tokenFeatures;
  const held = reference.tagLogits[group];
  if (!features || !held) return;
  const { weights } = optimizer;
  const logits = tagLogits(features, document.columnNames[head.group] as Uint8Array, weights, head);
  const slopes = new Float64Array(logits.length);
  const paths = rollouts.map(({ rollout }) => createTagPath(features, head, rollout.tags[group]));
  for (let i = 0; i < features.joint.length; i++) {
    const byState = new Map<number, WeighedChoice[]>();
    rollouts.forEach(({ rollout, advantage }, r) => {
      const path = paths[r];
      const choice = rollout.tags[group]?.[i];
      if (!path || choice === undefined) return;
      const key = path.keyAt(i);
      const weighed = { choice, oldLog: rollout.tagLogs[group]?.[i] ?? 0, advantage };
      const same = byState.get(key);
      if (same) same.push(weighed);
      else byState.set(key, [weighed]);
      path.choose(i, choice);
    });
    for (const [key, choices] of byState) {
      const state = stateAt(features, head, i, key);
      const logs = tagLogProbabilities(logits, weights, head, i, state);
      const heldLogs = tagLogProbabilities(held, referenceWeights, head, i, state);
      const own = new Float64Array(head.tags);
      addSurrogateSlopes(logs, heldLogs, choices, settings, share, own, tally);
      for (let t = 0; t < head.tags; t++) {
        const slope = own[t] as number;
        if (Math.abs(slope) < 1e-7) continue;
        slopes[i * head.tags + t] = (slopes[i * head.tags + t] as number) + slope;
        for (const from of state.weightsFrom) optimizer.push(from + t, slope);
      }
    }
  }
  backpropagateTags(features, document.columnNames[head.group] as Uint8Array, optimizer, head, slopes);
}
