import type { Optimizer } from './model/adagrad';
import type { Network } from './model/network';
import { backpropagateCandidates, candidateLogProbabilities, type ScalarHead } from './model/scalar-head';
import type { PreparedDocument } from './prepare';
import type { RowTargets } from './rows/align-rows';
import { backpropagateTags, createTagPath, stateAt, tagLogits, tagLogProbabilities, type TagHead } from './rows/tag-head';
import type { DocumentTargets } from './targets/targets';
import type { ScalarTarget } from './targets/scalar-targets';

/**
 * One supervised step on one document: maximum likelihood of the targets. Of
 * several candidates that say the same the policy may keep the one it likes
 * (−log of their summed probability), since nobody said which is meant.
 */
export function warmStartStep(
  network: Network,
  optimizer: Optimizer,
  document: PreparedDocument,
  targets: DocumentTargets,
  learningRate: number,
): void {
  network.scalarHeads.forEach((head, field) => {
    const target = targets.scalars[field];
    if (target) learnScalar(optimizer, document, head, target);
  });
  network.tagHeads.forEach((head, g) => {
    const rows = targets.groups[g];
    if (rows) learnTags(optimizer, document, head, rows);
  });
  optimizer.apply(learningRate);
}

function learnScalar(
  optimizer: Optimizer,
  document: PreparedDocument,
  head: ScalarHead,
  { candidates, weight }: ScalarTarget,
): void {
  const log = candidateLogProbabilities(document, optimizer.weights, head);
  const slopes = log.map((value) => weight * Math.exp(value));
  let right = 0;
  for (const c of candidates) right += Math.exp(log[c] as number);
  for (const c of candidates) {
    const share = right > 0 ? Math.exp(log[c] as number) / right : 1 / candidates.length;
    slopes[c] = (slopes[c] as number) - weight * share;
  }
  backpropagateCandidates(document, optimizer, head, slopes);
}

function learnTags(
  optimizer: Optimizer,
  document: PreparedDocument,
  head: TagHead,
  { tags, known }: RowTargets,
): void {
  const features = document.tokenFeatures;
  if (!features) return;
  const { weights } = optimizer;
  const logits = tagLogits(features, document.columnNames[head.group] as Uint8Array, weights, head);
  const slopes = new Float64Array(logits.length);
  const path = createTagPath(features, head);
  for (let i = 0; i < tags.length; i++) {
    const right = tags[i] as number;
    if (known[i]) {
      const state = stateAt(features, head, i, path.keyAt(i));
      const log = tagLogProbabilities(logits, weights, head, i, state);
      for (let t = 0; t < head.tags; t++) {
        const slope = Math.exp(log[t] as number) - Number(t === right);
        slopes[i * head.tags + t] = slope;
        if (Math.abs(slope) < 1e-7) continue;
        for (const from of state.weightsFrom) optimizer.push(from + t, slope);
      }
    } else path.keyAt(i);
    path.choose(i, right);
  }
  backpropagateTags(features, document.columnNames[head.group] as Uint8Array, optimizer, head, slopes);
}
