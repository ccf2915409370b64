import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { checkpointsToCompare } from '../../evaluation/checkpoints-to-compare';
import { recheckEvaluation } from '../../evaluation/recheck-evaluation';
import { findDocumentNames } from '../../repositories/document-names';
import { findEvaluation } from '../../repositories/evaluation';
import { defineUseCase } from '../define-use-case';

/** How many figures and documents an answer names; the rest is counted. */
const named = 100;

/**
 * Computes an evaluation again from what is stored and says whether it comes
 * out the same to 1e-9, or what moved. The evaluation stays as it is.
 * @throws AppError `not-found`, `not-ready` for one under another scoring version
 */
export const checkEvaluation = defineUseCase({
  name: 'check-evaluation',
  access: { kind: 'project', permission: 'checkpoints.compare' },
  input: z.object({ projectId: z.string(), evaluationId: z.string() }),
  run: async (_actor, { projectId, evaluationId }) => {
    const evaluation = await findEvaluation(projectId, evaluationId);
    if (!evaluation) throw new AppError('not-found', 'There is no such evaluation in this project.');
    const [checkpoint] = await checkpointsToCompare(projectId, [evaluation.checkpointId]);
    if (!checkpoint) throw new AppError('not-found', 'The checkpoint of this evaluation is gone.');
    const { figures, documents, ...found } = await recheckEvaluation(projectId, checkpoint, evaluation);
    const changes = { new: 0, gone: 0, 'no-prediction': 0, moved: 0 };
    for (const { change } of documents) changes[change] += 1;
    const shown = documents.slice(0, named);
    const names = await findDocumentNames(projectId, shown.map(({ documentId }) => documentId));
    return {
      ...found,
      figureCount: figures.length,
      figures: figures.slice(0, named),
      changes,
      documents: shown.map((one) => ({ ...one, name: names.get(one.documentId) ?? one.documentId })),
    };
  },
});

export type EvaluationCheck = Awaited<ReturnType<typeof checkEvaluation>>;
