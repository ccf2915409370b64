import type { RecordSchema } from '../../schema/types';
import { planFields, type FieldPlan } from '../fields/plan';
import type { TagHead } from '../rows/tag-head';
import { tagCount } from '../rows/tags';
import { headOffsets } from './weights';

/** The heads of a schema and where their weights lie. */
export interface Network {
  readonly plan: FieldPlan;
  /** By scalar field. */
  readonly scalarOffsets: readonly number[];
  /** By row group. */
  readonly tagHeads: readonly TagHead[];
  /** Weights in all. */
  readonly size: number;
}

export function createNetwork(schema: RecordSchema): Network {
  const plan = planFields(schema);
  const { scalars, groups, size } = headOffsets(plan);
  return {
    plan,
    scalarOffsets: scalars,
    tagHeads: plan.groups.map((group, g) => ({
      offset: groups[g] ?? 0,
      tags: tagCount(group),
      columns: group.columns.length,
    })),
    size,
  };
}
