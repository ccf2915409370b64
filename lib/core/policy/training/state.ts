import { isJsonObject } from '../../record/json';
import type { RecordSchema } from '../../schema/types';
import { createNetwork, type Network } from '../model/network';
import { modelOf, type PolicyModel } from '../model/policy-model';
import { readContainer, writeContainer } from '../serialise/container';
import type { ValidationUpdate } from './validation-update';

/**
 * All that a later attempt needs to go on exactly where this one stands. The
 * order of documents and the chance of each step follow from the recipe's seed
 * and the step's number, so no generator state is kept.
 */
export interface TrainingState {
  /** GRPO steps done. */
  readonly step: number;
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly warmStart: PolicyModel;
  readonly warmStartAll: PolicyModel;
  readonly best: PolicyModel;
  readonly bestStep: number;
  readonly bestF1: number;
  readonly history: readonly ValidationUpdate[];
  /** Fields warned about already. */
  readonly warned: readonly string[];
}

const kind = 'hundredfold-training-state';

export function serialiseTrainingState(state: TrainingState): Uint8Array {
  const { step, bestStep, bestF1, history, warned, warmStart, warmStartAll, best } = state;
  const header = {
    step, bestStep, bestF1, history, warned,
    scales: [warmStart.scale, warmStartAll.scale, best.scale],
  };
  return writeContainer(kind, header, [
    state.weights, state.squares, warmStart.levels, warmStartAll.levels, best.levels,
  ]);
}

/**
 * @throws SyntaxError for bytes that are no state of this version, or one of
 * another schema.
 */
export function deserialiseTrainingState(schema: RecordSchema, bytes: Uint8Array): TrainingState {
  const { header, body } = readContainer(kind, bytes);
  const network = createNetwork(schema);
  if (!isStateHeader(header)) throw new SyntaxError('the training state has a header that cannot be read');
  if (body.byteLength !== network.size * 14) {
    throw new SyntaxError('the training state belongs to another schema');
  }
  const floats = (index: number): Float32Array => new Float32Array(body, index * network.size * 4, network.size);
  const model = (index: number): PolicyModel => levelsAt(schema, network, body, index, header.scales[index] ?? 1);
  return {
    step: header.step,
    weights: floats(0),
    squares: floats(1),
    warmStart: model(0),
    warmStartAll: model(1),
    best: model(2),
    bestStep: header.bestStep,
    bestF1: header.bestF1,
    history: header.history,
    warned: header.warned,
  };
}

function levelsAt(
  schema: RecordSchema,
  network: Network,
  body: ArrayBuffer,
  index: number,
  scale: number,
): PolicyModel {
  const from = network.size * (8 + 2 * index);
  return modelOf(schema, network, new Int16Array(body, from, network.size), scale);
}

interface StateHeader {
  readonly step: number;
  readonly bestStep: number;
  readonly bestF1: number;
  readonly history: readonly ValidationUpdate[];
  readonly warned: readonly string[];
  readonly scales: readonly number[];
}

/** The checksum has vouched for the content; this vouches for the version's shape. */
const isStateHeader = (header: unknown): header is StateHeader =>
  isJsonObject(header) &&
  typeof header.step === 'number' &&
  typeof header.bestStep === 'number' &&
  typeof header.bestF1 === 'number' &&
  Array.isArray(header.history) &&
  Array.isArray(header.warned) &&
  Array.isArray(header.scales);
