import type { RecordSchema } from '../../schema/types';
import { createNetwork, type Network } from './network';

/**
 * A finished policy. Its weights are kept as 16-bit levels of one scale, so
 * that what is stored is exactly what was scored.
 */
export interface PolicyModel {
  readonly schema: RecordSchema;
  readonly network: Network;
  readonly levels: Int16Array;
  readonly scale: number;
  /** levels × scale. */
  readonly weights: Float32Array;
}

const topLevel = 32767;

/** Rounds trained weights to levels; the error is at most half a scale each. */
export function toModel(schema: RecordSchema, network: Network, trained: Float32Array): PolicyModel {
  let most = 0;
  for (const weight of trained) most = Math.max(most, Math.abs(weight));
  const scale = most === 0 ? 1 : most / topLevel;
  const levels = Int16Array.from(trained, (weight) => Math.round(weight / scale));
  return modelOf(schema, network, levels, scale);
}

export const modelOf = (
  schema: RecordSchema,
  network: Network,
  levels: Int16Array,
  scale: number,
): PolicyModel => ({
  schema,
  network,
  levels,
  scale,
  weights: Float32Array.from(levels, (level) => level * scale),
});

/** A policy that knows nothing: all choices alike. */
export function emptyModel(schema: RecordSchema): PolicyModel {
  const network = createNetwork(schema);
  return modelOf(schema, network, new Int16Array(network.size), 1);
}
