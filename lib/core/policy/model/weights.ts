import type { FieldPlan } from '../fields/plan';
import { featureBits } from '../features/hash';
import { scalarCodes, tagCodes } from '../features/name-matches';
import { tagCount } from '../rows/tags';

/**
 * Where each head's weights lie in the one array that holds them all: a scalar
 * head has one weight a feature, a row group one weight a feature and tag, the
 * tags of a feature side by side.
 */
export interface HeadOffsets {
  readonly scalars: readonly number[];
  readonly groups: readonly number[];
  /** Weights that all scalars, and all columns, share: see `name-matches`. */
  readonly scalarNames: number;
  readonly columnNames: number;
  readonly size: number;
}

export function headOffsets(plan: FieldPlan): HeadOffsets {
  let size = 0;
  const take = (outputs: number): number => {
    const start = size;
    size += outputs << featureBits;
    return start;
  };
  const scalars = plan.scalars.map(() => take(1));
  const groups = plan.groups.map((group) => take(tagCount(group)));
  const scalarNames = size;
  const columnNames = scalarNames + scalarCodes;
  return { scalars, groups, scalarNames, columnNames, size: columnNames + tagCodes };
}
