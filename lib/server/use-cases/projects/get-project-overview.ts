import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { metricsSchema } from '@/lib/core/round/events';
import { labelsLearnt } from '@/lib/core/round/labels-learnt';
import { scoringVersion } from '@/lib/core/scoring';
import { findProject } from '../../repositories/project';
import { countStations, findCurve, findLatestRounds, findRewardCurve } from '../../repositories/project-overview';
import { defineUseCase } from '../define-use-case';

const microSchema = z.object({ f1: z.number(), low: z.number(), high: z.number() });
const metricsEventSchema = z.object({ metrics: metricsSchema });

/** The loop at a glance: every station's count, the curves, the last rounds. */
export const getProjectOverview = defineUseCase({
  name: 'get-project-overview',
  access: { kind: 'project', permission: 'project.view' },
  input: z.object({ projectId: z.string() }),
  run: async (_actor, { projectId }) => {
    const project = await findProject(projectId);
    if (!project) throw new AppError('not-found', `There is no project "${projectId}".`);
    const [stations, rounds, evaluations] = await Promise.all([
      countStations(projectId),
      findLatestRounds(projectId, 5),
      findCurve(projectId, 'test', scoringVersion),
    ]);
    const [latest] = rounds;
    const rewards = latest ? await findRewardCurve(latest.id) : [];
    return {
      project: { id: project.id, name: project.name, promotedCheckpointId: project.promotedCheckpointId },
      stations,
      rounds,
      learningCurve: evaluations.map(({ micro, checkpoint, documentCount }) => ({
        checkpointId: checkpoint.id,
        number: checkpoint.number,
        name: checkpoint.name,
        role: checkpoint.role,
        labels: checkpoint.round?.snapshot ? labelsLearnt(checkpoint.role, checkpoint.round.recipe, checkpoint.round.snapshot.documentCount) : null,
        documents: documentCount,
        ...microSchema.parse(micro),
      })),
      rewardCurve: rewards.map(({ step, payload }) => ({
        step: step ?? 0,
        ...metricsEventSchema.parse(payload).metrics,
      })),
    };
  },
});

export type ProjectOverview = Awaited<ReturnType<typeof getProjectOverview>>;
