import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { manifestSchema } from '@/lib/core/round/manifest';
import { describeCheckpoint } from '../../evaluation/describe-checkpoint';
import { findCheckpoint, findPromotedCheckpointId } from '../../repositories/checkpoint';
import { defineUseCase } from '../define-use-case';

/** One checkpoint with its manifest: all that it took to make it. @throws AppError `not-found` */
export const getCheckpoint = defineUseCase({
  name: 'get-checkpoint',
  access: { kind: 'project', permission: 'rounds.view' },
  input: z.object({ projectId: z.string(), checkpointId: z.string() }),
  run: async (_actor, { projectId, checkpointId }) => {
    const [row, promotedId] = await Promise.all([
      findCheckpoint(projectId, checkpointId),
      findPromotedCheckpointId(projectId),
    ]);
    if (!row) throw new AppError('not-found', 'There is no such checkpoint in this project.');
    return { ...describeCheckpoint(row, promotedId), manifest: manifestSchema.parse(row.manifest) };
  },
});
