import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { plannedStepsOf } from '@/lib/core/round/estimate';
import { recipeSchema } from '@/lib/core/round/recipe';
import { noInputs, roundInputsSchema } from '@/lib/core/round/round-inputs';
import { roundJobOf } from '@/lib/jobs/definitions';
import { recordAudit } from '../../auth/audit';
import { isUniqueViolation } from '../../db/unique-violation';
import { enqueue } from '../../queue/enqueue';
import { findRoundByRequest, insertRound } from '../../repositories/round';
import { assertParent } from '../../rounds/parents';
import { settleInputs } from '../../rounds/settle-inputs';
import { storeSnapshot, surveyTrainingData } from '../../rounds/training-data';
import { defineUseCase } from '../define-use-case';

/** The round that this request made before, if any: pressing Start twice gives one round. */
async function findStarted(projectId: string, requestId: string) {
  const round = await findRoundByRequest(requestId);
  if (!round) return null;
  if (round.projectId !== projectId) throw new AppError('conflict', 'This request id started a round of another project.');
  return { id: round.id, number: round.number, state: round.state };
}

/**
 * Starts a round on the gold of now under the newest schema: snapshot first,
 * then the row, then the bell (invariant 4).
 * @throws AppError `not-ready` with what is missing and what to do.
 */
export const startRound = defineUseCase({
  name: 'start-round',
  access: { kind: 'project', permission: 'rounds.run' },
  input: z.object({
    projectId: z.string(),
    /** Made by the client, one for each press: the same one again gives the same round. */
    requestId: z.string().min(8).max(100),
    recipe: recipeSchema,
    notes: z.string().trim().max(2000).default(''),
    /** Card-hours after which the round stops and keeps its best; engines on cards only. */
    budgetGpuHours: z.number().positive().max(100_000).nullable().default(null),
    /** The checkpoint that training starts from; null starts from the base model. */
    parentCheckpointId: z.string().nullable().default(null),
    inputs: roundInputsSchema.default(noInputs),
  }),
  run: async (actor, { projectId, requestId, recipe, notes, budgetGpuHours, parentCheckpointId, inputs: given }) => {
    const started = await findStarted(projectId, requestId);
    if (started) {
      // The bell may have been lost between the row and the queue: ringing again is harmless.
      await enqueue(roundJobOf(recipe.engine), { roundId: started.id });
      return started;
    }
    const { documents, version, sizes, problems } = await surveyTrainingData(projectId);
    if (problems.length > 0) {
      throw new AppError('not-ready', problems.map(({ message }) => message).join(' '), { problems });
    }
    if (parentCheckpointId !== null) await assertParent(projectId, recipe, parentCheckpointId, version.schema);
    const { inputs, unlabelledIds } = await settleInputs({ projectId, recipe, inputs: given, documents, version });
    const snapshot = await storeSnapshot(documents, unlabelledIds);
    try {
      const round = await insertRound({
        projectId, requestId, recipe, notes, snapshot, budgetGpuHours, parentCheckpointId, inputs,
        engine: recipe.engine,
        schemaVersionId: version.id,
        createdById: actor.userId,
        plannedSteps: plannedStepsOf(recipe, sizes.seed),
      });
      await recordAudit({ projectId, userId: actor.userId, action: 'start-round', subject: `round:${round.id}` });
      if (inputs.allow.length > 0) {
        await recordAudit({ projectId, userId: actor.userId, action: `allow-findings:${inputs.allow.join(',')}`, subject: `round:${round.id}` });
      }
      await enqueue(roundJobOf(recipe.engine), { roundId: round.id });
      return round;
    } catch (error) {
      const other = isUniqueViolation(error) ? await findStarted(projectId, requestId) : null;
      if (!other) throw error;
      return other;
    }
  },
});
