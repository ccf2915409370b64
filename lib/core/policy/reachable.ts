import type { JsonObject } from '../record/json';
import type { RecordSchema } from '../schema/types';
import { absent } from './candidates/candidates';
import { recordOf, type Choices } from './choices';
import { planFields, type FieldPlan } from './fields/plan';
import { prepareDocument, type PreparedDocument } from './prepare';
import { findTargets, type DocumentTargets } from './targets/targets';
import type { LabelledDocument, PolicyDocument } from './types';

/** The choices that the targets ask for. */
export const targetChoices = (targets: DocumentTargets): Choices => ({
  scalars: targets.scalars.map((target) => target?.candidates[0] ?? absent),
  tags: targets.groups.map(({ tags }) => tags),
});

export const reachableOf = (
  plan: FieldPlan,
  document: PreparedDocument,
  targets: DocumentTargets,
): JsonObject => recordOf(plan, document, targetChoices(targets));

/**
 * The best record that the policy could ever say of this document: gold, as
 * the words can spell it. Its score against gold is the ceiling.
 */
export function reachableRecord(
  schema: RecordSchema,
  document: PolicyDocument,
  gold: JsonObject,
  evidence?: LabelledDocument['evidence'],
): JsonObject {
  const plan = planFields(schema);
  const prepared = prepareDocument(plan, document);
  const labelled = evidence ? { gold, evidence } : { gold };
  return reachableOf(plan, prepared, findTargets(plan, prepared, labelled));
}
