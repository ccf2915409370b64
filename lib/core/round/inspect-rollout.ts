import type { JsonObject, Leaf } from '../record/json';
import type { RecordSchema } from '../schema/types';
import { alignRecords, parseCompletion } from '../scoring';
import type { LeafOutcome } from '../scoring';

export interface InspectedLeaf {
  readonly path: string;
  readonly pointer: string;
  readonly gold: Leaf;
  readonly said: Leaf;
  readonly outcome: LeafOutcome;
}

export interface InspectedRollout {
  /** The text before the answer; empty where it did not think. */
  readonly thought: string;
  /** No record can be read from the completion. */
  readonly isUnreadable: boolean;
  readonly right: number;
  /** Everything that is not right, in the order of the schema. */
  readonly leaves: readonly InspectedLeaf[];
}

interface Inspection {
  readonly completion: string;
  readonly gold: JsonObject;
  readonly schema: RecordSchema;
  /** Keys that were asked for; null for all. */
  readonly requested: readonly string[] | null;
  readonly think: boolean;
}

const thoughtOf = (completion: string): string => /<think>([\s\S]*?)<\/think>/.exec(completion)?.[1]?.trim() ?? '';

/** A completion held against gold, leaf by leaf, as the reward counts it. */
export function inspectRollout({ completion, gold, schema, requested, think }: Inspection): InspectedRollout {
  const { record } = parseCompletion(completion, think);
  const alignment = alignRecords({ gold, prediction: record ?? {}, schema, ...(requested ? { requested } : {}) });
  const leaves = alignment.kind === 'aligned' ? alignment.leaves : [];
  return {
    thought: thoughtOf(completion),
    isUnreadable: record === null,
    right: leaves.filter(({ outcome }) => outcome === 'right').length,
    leaves: leaves
      .filter(({ outcome }) => outcome !== 'right')
      .map(({ path, goldPointer, predictionPointer, gold: should, prediction, outcome }) => ({
        path, pointer: goldPointer ?? predictionPointer ?? path, gold: should, said: prediction, outcome,
      })),
  };
}
