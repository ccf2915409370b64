import { formatPointer } from '../../record/pointer';
import { isJsonList } from '../../record/json';
import type { FieldPlan } from '../fields/plan';
import { valueAt } from '../fields/paths';
import type { PreparedDocument } from '../prepare';
import { alignRows, type RowTargets } from '../rows/align-rows';
import type { LabelledDocument } from '../types';
import { scalarTarget, type ScalarTarget } from './scalar-targets';

/** What the warm start learns of one document: the gold that its words can reach. */
export interface DocumentTargets {
  /** By scalar field; null where nothing can be learnt. */
  readonly scalars: readonly (ScalarTarget | null)[];
  readonly groups: readonly RowTargets[];
}

export function findTargets(
  plan: FieldPlan,
  prepared: PreparedDocument,
  { gold, evidence }: Pick<LabelledDocument, 'gold' | 'evidence'>,
): DocumentTargets {
  return {
    scalars: plan.scalars.map(({ path, leaf }) =>
      scalarTarget(prepared, leaf, valueAt(gold, path), evidence?.[formatPointer(path)]),
    ),
    groups: plan.groups.map((group) => {
      const rows = valueAt(gold, group.path);
      return alignRows(prepared.layout, group, isJsonList(rows) ? rows : [], evidence);
    }),
  };
}
