import { featureBits, mix } from '../features/hash';
import type { TokenFeatures } from '../features/token-features';
import type { Optimizer } from '../model/adagrad';
import { logSoftmax } from '../model/softmax';
import { columnOf, none, startsRow } from './tags';

const negligible = 1e-7;
const f = { previous: 200, previousPattern: 201, last: 202, lastPattern: 203, above: 204, abovePattern: 205 } as const;

/**
 * The head of one row group: a softmax over tags for each token in reading
 * order, given the tags chosen before it. `tags` is 1 + 2 × columns.
 */
export interface TagHead {
  readonly group: number;
  readonly offset: number;
  /** The weights of the name codes, shared by all columns. */
  readonly names: number;
  readonly tags: number;
  readonly columns: number;
}

/** What the token's own features say, before any choice: tokens × tags logits. */
export function tagLogits(
  features: TokenFeatures,
  codes: Uint8Array,
  weights: Float32Array,
  head: TagHead,
): Float32Array {
  const { offsets, ids } = features.blocks;
  const { tags, offset } = head;
  const logits = new Float32Array((offsets.length - 1) * tags);
  for (let i = 0; i + 1 < offsets.length; i++) {
    const end = offsets[i + 1] as number;
    for (let k = offsets[i] as number; k < end; k++) {
      const from = offset + (ids[k] as number) * tags;
      for (let t = 0; t < tags; t++) {
        logits[i * tags + t] = (logits[i * tags + t] as number) + (weights[from + t] as number);
      }
    }
  }
  for (let i = 0; i + 1 < offsets.length; i++) {
    for (let t = 1; t < tags; t++) {
      logits[i * tags + t] = (logits[i * tags + t] as number) + (weights[nameWeight(head, codes, i, t)] as number);
    }
  }
  return logits;
}

/** Index of the weight for how the head over a token names the column of a tag. */
function nameWeight({ names, columns }: TagHead, codes: Uint8Array, token: number, tag: number): number {
  const code = codes[token * columns + columnOf(tag, columns)] as number;
  return names + code * 2 + Number(startsRow(tag, columns));
}

/** Adds ∂loss/∂weights, given ∂loss/∂logit of each token and tag. */
export function backpropagateTags(
  features: TokenFeatures,
  codes: Uint8Array,
  optimizer: Optimizer,
  head: TagHead,
  slopes: Float64Array,
): void {
  const { offsets, ids } = features.blocks;
  const { tags, offset } = head;
  for (let i = 0; i + 1 < offsets.length; i++) {
    for (let t = 0; t < tags; t++) {
      const slope = slopes[i * tags + t] as number;
      if (Math.abs(slope) < negligible) continue;
      if (t !== none) optimizer.push(nameWeight(head, codes, i, t), slope);
      const end = offsets[i + 1] as number;
      for (let k = offsets[i] as number; k < end; k++) {
        optimizer.push(offset + (ids[k] as number) * tags + t, slope);
      }
    }
  }
}

/** What the choices before leave behind, as one number: equal states, equal choices. */
export interface TagState {
  readonly key: number;
  /** First weights of the state's features; add a tag to reach its weight. */
  readonly weightsFrom: readonly number[];
}

/** Follows one path of choices and tells the state before each token. */
export interface TagPath {
  readonly keyAt: (token: number) => number;
  readonly choose: (token: number, tag: number) => void;
  readonly chosen: Uint8Array;
}

/** @param chosen an existing path to follow again; a new, empty one otherwise. */
export function createTagPath(features: TokenFeatures, head: TagHead, chosen?: Uint8Array): TagPath {
  const path = chosen ?? new Uint8Array(features.joint.length);
  const { tags, columns } = head;
  // Column last read in this visual row: where in a table's row the path is.
  let last = columns;
  return {
    chosen: path,
    keyAt: (token) => {
      if ((features.joint[token] as number) >= 3) last = columns;
      const previous = token === 0 ? none : (path[token - 1] as number);
      const upper = features.above[token] as number;
      const above = upper < 0 ? tags : (path[upper] as number);
      return (previous * (columns + 1) + last) * (tags + 1) + above;
    },
    choose: (token, tag) => {
      path[token] = tag;
      const column = columnOf(tag, columns);
      if (column >= 0) last = column;
    },
  };
}

/** The state's weights for a token. */
export function stateAt(features: TokenFeatures, head: TagHead, token: number, key: number): TagState {
  const { tags, columns, offset } = head;
  const above = key % (tags + 1);
  const rest = Math.floor(key / (tags + 1));
  const last = rest % (columns + 1);
  const previous = Math.floor(rest / (columns + 1));
  const joint = features.joint[token] as number;
  const pattern = features.pattern[token] as number;
  const at = (name: number, value: number): number =>
    offset + (mix(name, value) >>> (32 - featureBits)) * tags;
  return {
    key,
    weightsFrom: [
      at(f.previous, mix(previous, joint)),
      at(f.previousPattern, mix(previous, pattern)),
      at(f.last, mix(last, joint)),
      at(f.lastPattern, mix(last, pattern)),
      at(f.above, mix(above, joint)),
      at(f.abovePattern, mix(above, pattern)),
    ],
  };
}

/** Log-probability of each tag of a token in a state. */
export function tagLogProbabilities(
  logits: Float32Array,
  weights: Float32Array,
  head: TagHead,
  token: number,
  state: TagState,
): Float64Array {
  const result = new Float64Array(head.tags);
  for (let t = 0; t < head.tags; t++) {
    let logit = logits[token * head.tags + t] as number;
    for (const from of state.weightsFrom) logit += weights[from + t] as number;
    result[t] = logit;
  }
  return logSoftmax(result);
}
