import type { RecordSchema } from '../../schema/types';
import { planFields, type FieldPlan } from '../fields/plan';
import type { TagHead } from '../rows/tag-head';
import { tagCount } from '../rows/tags';
import type { ScalarHead } from './scalar-head';
import { headOffsets } from './weights';

/** The heads of a schema and where their weights lie. */
export interface Network {
  readonly plan: FieldPlan;
  /** By scalar field. */
  readonly scalarHeads: readonly ScalarHead[];
  /** By row group. */
  readonly tagHeads: readonly TagHead[];
  /** Weights in all. */
  readonly size: number;
}

export function createNetwork(schema: RecordSchema): Network {
  const plan = planFields(schema);
  const { scalars, groups, scalarNames, columnNames, size } = headOffsets(plan);
  return {
    plan,
    scalarHeads: scalars.map((offset, field) => ({ field, offset, names: scalarNames })),
    tagHeads: plan.groups.map((group, g) => ({
      group: g,
      offset: groups[g] ?? 0,
      names: columnNames,
      tags: tagCount(group),
      columns: group.columns.length,
    })),
    size,
  };
}
