import type { PreparedDocument } from '../prepare';
import type { Optimizer } from './adagrad';
import { logSoftmax } from './softmax';

/** Gradients smaller than this would not move a weight that can be stored. */
const negligible = 1e-7;

/** The head of one scalar field: a softmax over the candidates of a document. */
export interface ScalarHead {
  readonly field: number;
  /** Its own weights, by feature. */
  readonly offset: number;
  /** The weights of the name codes, shared by all scalar heads. */
  readonly names: number;
}

/** Log-probability of each candidate for the head's field. */
export function candidateLogProbabilities(
  document: PreparedDocument,
  weights: Float32Array,
  { field, offset, names }: ScalarHead,
): Float64Array {
  const { blocks, blocksOf } = document.candidateFeatures;
  const { offsets, ids } = blocks;
  const scores = new Float64Array(offsets.length - 1);
  for (let block = 0; block < scores.length; block++) {
    let score = 0;
    const end = offsets[block + 1] as number;
    for (let k = offsets[block] as number; k < end; k++) {
      score += weights[offset + (ids[k] as number)] as number;
    }
    scores[block] = score;
  }
  const allowed = document.allowed[field] ?? null;
  const codes = document.scalarNames[field] as Uint8Array;
  const logits = new Float64Array(document.candidates.length);
  for (let c = 0; c < logits.length; c++) {
    if (allowed && !allowed[c]) {
      logits[c] = -Infinity;
      continue;
    }
    let logit = weights[names + (codes[c] as number)] as number;
    for (let side = 0; side < 3; side++) {
      const block = blocksOf[c * 3 + side] as number;
      if (block >= 0) logit += scores[block] as number;
    }
    logits[c] = logit;
  }
  return logSoftmax(logits);
}

/** Adds ∂loss/∂weights, given ∂loss/∂logit of each candidate. */
export function backpropagateCandidates(
  document: PreparedDocument,
  optimizer: Optimizer,
  { field, offset, names }: ScalarHead,
  slopes: Float64Array,
): void {
  const { blocks, blocksOf } = document.candidateFeatures;
  const { offsets, ids } = blocks;
  const codes = document.scalarNames[field] as Uint8Array;
  const blockSlopes = new Float64Array(offsets.length - 1);
  for (let c = 0; c < slopes.length; c++) {
    const slope = slopes[c] as number;
    if (Math.abs(slope) < negligible) continue;
    optimizer.push(names + (codes[c] as number), slope);
    for (let side = 0; side < 3; side++) {
      const block = blocksOf[c * 3 + side] as number;
      if (block >= 0) blockSlopes[block] = (blockSlopes[block] as number) + slope;
    }
  }
  for (let block = 0; block < blockSlopes.length; block++) {
    const slope = blockSlopes[block] as number;
    if (Math.abs(slope) < negligible) continue;
    const end = offsets[block + 1] as number;
    for (let k = offsets[block] as number; k < end; k++) {
      optimizer.push(offset + (ids[k] as number), slope);
    }
  }
}
