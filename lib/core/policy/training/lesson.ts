import type { JsonObject } from '../../record/json';
import type { EmbeddedRecipe } from '../../round/recipe';
import type { RecordSchema } from '../../schema/types';
import { setAt, valueAt, type Draft } from '../fields/paths';
import type { FieldPlan } from '../fields/plan';
import type { Network } from '../model/network';
import { prepareDocument, type PreparedDocument } from '../prepare';
import { reachableOf } from '../reachable';
import { createJudge, type Judge } from '../reward';
import { findTargets, type DocumentTargets } from '../targets/targets';
import type { LabelledDocument } from '../types';

/** A labelled document ready to be learnt from. */
export interface Lesson {
  readonly document: PreparedDocument;
  readonly gold: JsonObject;
  readonly targets: DocumentTargets;
  /** Score against gold: what people read. */
  readonly judge: Judge;
  /** Score against the gold that the words can spell: what trains. */
  readonly trainer: Judge;
  /** Why no rollout of this document can be scored; null where they can. */
  readonly unscorable: string | null;
}

/**
 * Reads a labelled document. A reader misreads words, and a policy that copies
 * words cannot mend them: rewarded against gold itself it would learn to leave
 * out every value that is seldom read without a fault. So the reward asks for
 * what the words can spell, and every reported score is against gold.
 */
export function prepareLesson(
  schema: RecordSchema,
  network: Network,
  labelled: LabelledDocument,
  recipe: Pick<EmbeddedRecipe, 'alpha'>,
): Lesson {
  const { plan } = network;
  const document = prepareDocument(plan, labelled);
  const judge = createJudge(schema, labelled.gold, recipe.alpha);
  const verdict = judge({});
  const targets = findTargets(plan, document, labelled);
  const wanted = wantedRecord(plan, document, targets, labelled.gold);
  return {
    document,
    gold: labelled.gold,
    targets,
    judge,
    trainer: createJudge(schema, wanted, recipe.alpha),
    unscorable: verdict.kind === 'unscorable' ? verdict.reason : null,
  };
}

/** What the words can spell of gold; scalars out of their reach stay as gold has them. */
function wantedRecord(
  plan: FieldPlan,
  document: PreparedDocument,
  targets: DocumentTargets,
  gold: JsonObject,
): JsonObject {
  const wanted = structuredClone(reachableOf(plan, document, targets)) as Draft;
  plan.scalars.forEach(({ path }, field) => {
    const value = valueAt(gold, path);
    if (targets.scalars[field] === null && value !== undefined) setAt(wanted, path, value);
  });
  return wanted as JsonObject;
}
