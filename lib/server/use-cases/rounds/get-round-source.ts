import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { preferencePairs } from '@/lib/core/round/preference-pairs';
import { findCheckpoint } from '../../repositories/checkpoint';
import { findPredicted } from '../../repositories/prediction';
import { findUnlabelled } from '../../repositories/unlabelled';
import { loadReadings } from '../../rounds/readings';
import { surveyTrainingData } from '../../rounds/training-data';
import { defineUseCase } from '../define-use-case';

/** What a checkpoint can give to a round: the documents that it has read as a teacher, and where it differs from gold. Counts alone. */
export const getRoundSource = defineUseCase({
  name: 'get-round-source',
  access: { kind: 'project', permission: 'rounds.run' },
  input: z.object({
    projectId: z.string(),
    checkpointId: z.string(),
    /** Unlabelled documents at most. */
    most: z.coerce.number().int().min(1).max(5_000).default(500),
  }),
  run: async (_actor, { projectId, checkpointId, most }) => {
    const checkpoint = await findCheckpoint(projectId, checkpointId);
    if (!checkpoint) throw new AppError('not-found', 'There is no such checkpoint in this project.');
    const { documents, version } = await surveyTrainingData(projectId);
    const seed = documents.filter(({ split }) => split === 'seed');
    const seedIds = seed.map(({ id }) => id);
    const unlabelledIds = await findUnlabelled(projectId, most);
    const [read, readings] = await Promise.all([findPredicted(checkpointId, unlabelledIds), loadReadings(checkpoint, seedIds, version)]);
    const { pairs, ...others } = preferencePairs(version.schema, seed, readings);
    return {
      unlabelled: { documents: unlabelledIds.length, read: read.size },
      labelled: { documents: seed.length, read: readings.size },
      preferences: { pairs: pairs.length, ...others },
    };
  },
});

export type RoundSource = Awaited<ReturnType<typeof getRoundSource>>;
