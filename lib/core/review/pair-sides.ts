import type { JsonObject, Leaf } from '../record/json';
import { formatPointer } from '../record/pointer';
import type { RecordSchema } from '../schema/types';
import { alignRecords } from '../scoring';
import { uniteLeaves } from './unite-rows';

/** What one annotator has at a place: the value and its JSON Pointer in their record. */
export interface SideLeaf {
  readonly pointer: string;
  readonly value: Leaf;
}

/** One line of two annotations side by side. */
export interface PairedLine {
  /** JSON Pointer among the rows of both sides: names the line. */
  readonly place: string;
  /** `indicators[].result`. */
  readonly path: string;
  /** Null where this side has nothing here. */
  readonly left: SideLeaf | null;
  readonly right: SideLeaf | null;
  /** Both have a value, and they are equal by the leaf's rule of equality. */
  readonly isEqual: boolean;
}

export type Pairing =
  | { readonly kind: 'paired'; readonly lines: readonly PairedLine[] }
  | { readonly kind: 'unscorable'; readonly reason: string };

const sideOf = (pointer: string | null, value: Leaf): SideLeaf | null => (pointer === null ? null : { pointer, value });

/**
 * Two records leaf by leaf in the order of the schema, their rows paired as the
 * scorer pairs them. Rows that share nothing stand each by themselves.
 */
export function pairSides(left: JsonObject, right: JsonObject, schema: RecordSchema): Pairing {
  const alignment = alignRecords({ gold: left, prediction: right, schema });
  if (alignment.kind === 'unscorable') return alignment;
  const lines = uniteLeaves(alignment.leaves, schema).map(({ leaf, place }) => ({
    place: formatPointer(place),
    path: leaf.path,
    left: sideOf(leaf.goldPointer, leaf.gold),
    right: sideOf(leaf.predictionPointer, leaf.prediction),
    isEqual: leaf.outcome === 'right',
  }));
  return { kind: 'paired', lines };
}
