import { AppError } from '@/lib/core/errors/app-error';
import {
  deserialisePolicy,
  deserialiseTrainingState,
  plannedGrpoSteps,
  predictRecord,
  serialisePolicy,
  serialiseTrainingState,
  trainPolicy,
  type PolicyModel,
  type TrainingUpdate,
} from '@/lib/core/policy';
import type { Engine, EngineCheckpoint, EngineResult, EngineUpdate, TrainingInput } from '../engine';

const policyFile = 'policy.bin';

function toEngineUpdate(update: TrainingUpdate): EngineUpdate {
  switch (update.kind) {
    case 'state':
      return { kind: 'state', step: update.state.step, bytes: () => serialiseTrainingState(update.state) };
    case 'warning':
      return { kind: 'event', event: { type: 'log', level: 'warning', message: update.message } };
    case 'progress': {
      const { phase, step, plannedSteps } = update;
      return { kind: 'event', event: { type: 'progress', phase, step, plannedSteps, secondsLeft: null } };
    }
    case 'metrics':
      return { kind: 'event', event: { type: 'metrics', step: update.step, metrics: update.metrics } };
    case 'validation': {
      const { kind: type, ...validation } = update;
      return { kind: 'event', event: { type, ...validation } };
    }
    case 'rollout': {
      const { step, documentId, record, reward, advantage } = update;
      const completion = JSON.stringify(record);
      return { kind: 'event', event: { type: 'rollout', step, documentId, completion, reward, advantage } };
    }
  }
}

const checkpointOf = (role: EngineCheckpoint['role'], step: number, model: PolicyModel): EngineCheckpoint => ({
  role,
  step,
  files: new Map([[policyFile, serialisePolicy(model)]]),
});

function* train(input: TrainingInput): Generator<EngineUpdate, EngineResult> {
  const { schema, recipe, resume } = input;
  const plannedSteps = plannedGrpoSteps(recipe, input.train.length);
  yield { kind: 'event', event: { type: 'started', plannedSteps } };
  const training = trainPolicy({
    schema,
    recipe,
    train: input.train,
    validation: input.validation,
    ...(resume ? { resume: deserialiseTrainingState(schema, resume) } : {}),
  });
  let turn = training.next();
  while (!turn.done) {
    yield toEngineUpdate(turn.value);
    turn = training.next();
  }
  const { warmStart, warmStartAll, best, bestStep, steps } = turn.value;
  return {
    step: steps,
    checkpoints: [
      checkpointOf('warm-start', 0, warmStart),
      checkpointOf('warm-start-all', 0, warmStartAll),
      checkpointOf('trained', bestStep, best),
    ],
  };
}

/** The small policy over words, in this process: nothing to install. */
export const embeddedEngine: Engine = {
  name: 'embedded',
  train,
  openPredictor: (files) => {
    const bytes = files.get(policyFile);
    if (!bytes) throw new AppError('broken-file', `The checkpoint has no ${policyFile}.`);
    const model = deserialisePolicy(bytes);
    return (document) => predictRecord(model, document);
  },
};
