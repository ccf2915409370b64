import { createRandom, hashToSeed } from '../../random';
import type { EmbeddedRecipe } from '../../round/recipe';
import type { RecordSchema } from '../../schema/types';
import { referenceOn, type DocumentReference } from '../grpo/reference';
import { grpoStep, type StepDocument } from '../grpo/step';
import { createOptimizer } from '../model/adagrad';
import { createNetwork, type Network } from '../model/network';
import { toModel, type PolicyModel } from '../model/policy-model';
import type { LabelledDocument } from '../types';
import { prepareLesson, type Lesson } from './lesson';
import type { TrainingState } from './state';
import type { TrainingResult, TrainingUpdate } from './updates';
import { validate } from './validate';
import type { ValidationUpdate } from './validation-update';
import { warmStartPolicy } from './warm-start-policy';

/** Where Adagrad's sums begin in GRPO: a noisy first gradient shall not undo the warm start. */
const damping = 0.1;
/** The rollouts of one document are shown every so many steps. */
const rolloutsEvery = 5;

export interface TrainingInput {
  readonly schema: RecordSchema;
  /** In the order of their selection: the warm start takes the first ones. */
  readonly train: readonly LabelledDocument[];
  /** Chooses the best checkpoint; where empty, the training documents do. */
  readonly validation: readonly LabelledDocument[];
  readonly recipe: EmbeddedRecipe;
  /** What an earlier attempt with the same input left. */
  readonly resume?: TrainingState;
}

/** What changes from step to step. */
interface Course {
  readonly optimizer: ReturnType<typeof createOptimizer>;
  readonly warmStart: PolicyModel;
  readonly warmStartAll: PolicyModel;
  step: number;
  best: PolicyModel;
  bestStep: number;
  bestF1: number;
  readonly history: ValidationUpdate[];
  readonly warned: string[];
}

/**
 * A round on the embedded engine (arXiv 2506.13363 §3 on a policy over OCR
 * words): a supervised warm start on a few documents, then GRPO on all, keeping
 * the best on validation. Beside it a warm start on all documents without RL,
 * so that RL is given no credit for the labels. Pure: the same input gives the
 * same updates and result, and going on from a state gives what would have come.
 * @throws RangeError without a training document.
 */
export function* trainPolicy(input: TrainingInput): Generator<TrainingUpdate, TrainingResult> {
  const { schema, recipe, resume } = input;
  if (input.train.length === 0) throw new RangeError('a round needs at least one training document');
  const network = createNetwork(schema);
  const { train, validation } = yield* prepare(input, network);
  const course = resume ? resumed(resume) : yield* begin(schema, network, train, validation, recipe);
  const plannedSteps = plannedGrpoSteps(recipe, train.length);
  const documents = train.map((lesson) => stepDocument(network, course.warmStart.weights, lesson));
  const stepsPerEpoch = Math.ceil(train.length / recipe.documentsPerStep);
  yield { kind: 'progress', phase: 'training', step: course.step, plannedSteps };

  while (course.step < plannedSteps) {
    const epoch = Math.floor(course.step / stepsPerEpoch);
    const order = createRandom(hashToSeed(`${recipe.seed}/epoch/${epoch}`)).shuffle(documents);
    const first = (course.step % stepsPerEpoch) * recipe.documentsPerStep;
    const running = grpoStep({
      network,
      optimizer: course.optimizer,
      referenceWeights: course.warmStart.weights,
      documents: order.slice(first, first + recipe.documentsPerStep),
      recipe,
      random: createRandom(hashToSeed(`${recipe.seed}/step/${course.step}`)),
    });
    const progress = { kind: 'progress', phase: 'training', step: course.step, plannedSteps } as const;
    const { metrics, rollouts } = yield* breathe(running, progress);
    course.step++;
    yield { kind: 'metrics', step: course.step, metrics };
    if (course.step % rolloutsEvery === 1) {
      for (const rollout of rollouts) yield { kind: 'rollout', step: course.step, ...rollout };
    }
    if (course.step % stepsPerEpoch === 0) yield* judge(course, schema, network, validation, plannedSteps);
    yield { kind: 'progress', phase: 'training', step: course.step, plannedSteps };
    yield { kind: 'state', state: stateOf(course) };
  }
  const { best, bestStep, warmStart, warmStartAll, history, step } = course;
  return { best, bestStep, warmStart, warmStartAll, steps: step, history };
}

/** GRPO steps of a round: passes times batches. */
export const plannedGrpoSteps = (recipe: EmbeddedRecipe, documents: number): number =>
  recipe.epochs * Math.ceil(documents / recipe.documentsPerStep);

function* prepare(
  { schema, train, validation, recipe }: TrainingInput,
  network: Network,
): Generator<TrainingUpdate, { readonly train: readonly Lesson[]; readonly validation: readonly Lesson[] }> {
  const plannedSteps = train.length + validation.length;
  const lessons: Lesson[] = [];
  for (const labelled of [...train, ...validation]) {
    const lesson = prepareLesson(schema, network, labelled, recipe);
    lessons.push(lesson);
    yield { kind: 'progress', phase: 'preparing', step: lessons.length, plannedSteps };
    if (lesson.unscorable !== null) {
      const message = `Document ${labelled.id} cannot be scored: ${lesson.unscorable}`;
      yield { kind: 'warning', step: 0, code: 'unscorable-document', message };
    }
  }
  for (const path of network.plan.unread) {
    const message = `${path} is a list inside a list; the embedded engine leaves it empty`;
    yield { kind: 'warning', step: 0, code: 'list-in-list', message };
  }
  const learnt = lessons.slice(0, train.length);
  if (validation.length > 0) return { train: learnt, validation: lessons.slice(train.length) };
  const message = 'There are no validation documents: the best checkpoint is chosen by the training documents';
  yield { kind: 'warning', step: 0, code: 'no-validation', message };
  return { train: learnt, validation: learnt };
}

/** Both warm starts and what they reach. */
function* begin(
  schema: RecordSchema,
  network: Network,
  train: readonly Lesson[],
  validation: readonly Lesson[],
  recipe: EmbeddedRecipe,
): Generator<TrainingUpdate, Course> {
  const lessons = train.filter(({ unscorable }) => unscorable === null);
  const few = lessons.slice(0, recipe.warmStartDocuments);
  const planned = (few.length + lessons.length) * recipe.warmStartEpochs;
  const first = yield* warmStartPolicy(schema, network, few, recipe, 0, planned);
  const all = yield* warmStartPolicy(
    schema, network, lessons, recipe, few.length * recipe.warmStartEpochs, planned,
  );
  const course: Course = {
    optimizer: createOptimizer(first.weights, new Float32Array(network.size), damping),
    warmStart: first.model,
    warmStartAll: all.model,
    step: 0,
    best: first.model,
    bestStep: 0,
    bestF1: 0,
    history: [],
    warned: [],
  };
  const progress = { kind: 'progress', phase: 'warm-start', step: planned, plannedSteps: planned } as const;
  const { f1, precision, recall } = yield* breathe(validate(first.model, validation), progress);
  course.bestF1 = f1;
  const baseline = yield* breathe(validate(all.model, validation), progress);
  course.history.push(
    { kind: 'validation', name: 'warm-start', step: 0, f1, precision, recall },
    {
      kind: 'validation', name: 'warm-start-all', step: 0,
      f1: baseline.f1, precision: baseline.precision, recall: baseline.recall,
    },
  );
  yield* course.history;
  yield { kind: 'state', state: stateOf(course) };
  return course;
}

/** Scores the policy as it would be stored, keeps it where it is the best, warns of collapse. */
function* judge(
  course: Course,
  schema: RecordSchema,
  network: Network,
  validation: readonly Lesson[],
  plannedSteps: number,
): Generator<TrainingUpdate, void> {
  const model = toModel(schema, network, course.optimizer.weights);
  const progress = { kind: 'progress', phase: 'training', step: course.step, plannedSteps } as const;
  const { f1, precision, recall, collapsed } = yield* breathe(validate(model, validation), progress);
  const update: ValidationUpdate = { kind: 'validation', name: 'training', step: course.step, f1, precision, recall };
  course.history.push(update);
  yield update;
  if (f1 > course.bestF1) {
    course.best = model;
    course.bestF1 = f1;
    course.bestStep = course.step;
  }
  for (const { path, expected } of collapsed) {
    if (course.warned.includes(path)) continue;
    course.warned.push(path);
    const message = `${path} is left empty in every validation document, though gold has it in ${expected} of them`;
    yield { kind: 'warning', step: course.step, code: 'field-collapsed', message };
  }
}

/** Gives control back with the same update at each pause of the work. */
function* breathe<Result>(
  work: Generator<undefined, Result>,
  update: TrainingUpdate,
): Generator<TrainingUpdate, Result> {
  let turn = work.next();
  while (!turn.done) {
    yield update;
    turn = work.next();
  }
  return turn.value;
}

function stepDocument(network: Network, reference: Float32Array, lesson: Lesson): StepDocument {
  let known: DocumentReference | undefined;
  const { document, trainer, unscorable } = lesson;
  return { document, trainer, unscorable, reference: () => (known ??= referenceOn(network, reference, document)) };
}

const resumed = (state: TrainingState): Course => ({
  ...state,
  optimizer: createOptimizer(state.weights.slice(), state.squares.slice(), damping),
  history: [...state.history],
  warned: [...state.warned],
});

const stateOf = ({ optimizer, ...course }: Course): TrainingState => ({
  ...course,
  weights: optimizer.weights,
  squares: optimizer.squares,
});
