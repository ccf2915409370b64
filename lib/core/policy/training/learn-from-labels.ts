import { embeddedRecipeSchema, type EmbeddedRecipe } from '../../round/recipe';
import type { RecordSchema } from '../../schema/types';
import { createNetwork } from '../model/network';
import type { PolicyModel } from '../model/policy-model';
import type { LabelledDocument } from '../types';
import { prepareLesson, type Lesson } from './lesson';
import { warmStartPolicy } from './warm-start-policy';

/** The warm start of a round as it is set by default. */
const recipe: EmbeddedRecipe = embeddedRecipeSchema.parse({ engine: 'embedded' });

/**
 * A policy learnt from labels alone, from scratch and without RL: a round's warm
 * start on all of them. Pure: the same labels in the same order give the same
 * policy. Yields after each document and step.
 * @throws RangeError where no document can be learnt from.
 */
export function* learnFromLabels(schema: RecordSchema, documents: readonly LabelledDocument[]): Generator<undefined, PolicyModel> {
  const network = createNetwork(schema);
  const lessons: Lesson[] = [];
  for (const labelled of documents) {
    const lesson = prepareLesson(schema, network, labelled, recipe);
    if (lesson.unscorable === null) lessons.push(lesson);
    yield;
  }
  if (lessons.length === 0) throw new RangeError('there is no label to learn from');
  const training = warmStartPolicy(schema, network, lessons, recipe, 0, lessons.length * recipe.warmStartEpochs);
  let turn = training.next();
  while (!turn.done) {
    yield;
    turn = training.next();
  }
  return turn.value.model;
}
