import { isLeaf, type Json, type JsonObject } from '../record/json';
import { isEmptyLeaf } from '../scoring/normal-form';
import { valueAt } from './fields/paths';
import type { FieldPlan } from './fields/plan';

export interface CollapsedField {
  /** Keys joined by "."; a list ends in `[]`. */
  readonly path: string;
  /** Documents whose gold has it. */
  readonly expected: number;
}

/** From so many documents on, never saying a field is no accident. */
const leastDocuments = 3;

/**
 * Fields that the policy leaves empty in every document although gold has them
 * in three or more: the failure that a mean reward hides (one field has
 * collapsed to "absent").
 */
export function collapsedFields(
  plan: FieldPlan,
  pairs: readonly { readonly gold: JsonObject; readonly predicted: JsonObject }[],
): readonly CollapsedField[] {
  const fields = [
    ...plan.scalars.map(({ path }) => ({ keys: path, name: path.join('.') })),
    ...plan.groups.map(({ path }) => ({ keys: path, name: `${path.join('.')}[]` })),
  ];
  return fields.flatMap(({ keys, name }) => {
    const expected = pairs.filter(({ gold }) => hasValue(valueAt(gold, keys)));
    if (expected.length < leastDocuments) return [];
    const isSaid = expected.some(({ predicted }) => hasValue(valueAt(predicted, keys)));
    return isSaid ? [] : [{ path: name, expected: expected.length }];
  });
}

function hasValue(value: Json | undefined): boolean {
  if (value === undefined) return false;
  return isLeaf(value) ? !isEmptyLeaf(value) : Object.values(value).some(hasValue);
}
