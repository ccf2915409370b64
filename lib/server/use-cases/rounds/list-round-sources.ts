import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { largestCard } from '@/lib/core/round/foresee';
import { describeCheckpoint } from '../../evaluation/describe-checkpoint';
import { findCheckpoints, findPromotedCheckpointId } from '../../repositories/checkpoint';
import { findNewestSchemaVersion } from '../../repositories/schema-version';
import { findCapabilities } from '../../rounds/engines';
import { parentCandidate, readManifests } from '../../rounds/parents';
import { findPassRates } from '../../rounds/pass-rates';
import { defineUseCase } from '../define-use-case';

/** What a round can start from and learn from beside gold: the checkpoints of the project, and pass rates that were kept. */
export const listRoundSources = defineUseCase({
  name: 'list-round-sources',
  access: { kind: 'project', permission: 'rounds.run' },
  input: z.object({ projectId: z.string() }),
  run: async (_actor, { projectId }) => {
    const version = await findNewestSchemaVersion(projectId);
    if (!version) throw new AppError('not-found', `Project "${projectId}" has no schema yet. Define what to extract first.`);
    const [rows, promotedId, manifests, passRates, workers] = await Promise.all([
      findCheckpoints(projectId),
      findPromotedCheckpointId(projectId),
      readManifests(projectId),
      findPassRates(projectId),
      findCapabilities(),
    ]);
    return {
      checkpoints: rows.map((row) => ({
        ...describeCheckpoint(row, promotedId),
        parent: parentCandidate(row, manifests, version.schema),
        /** That made it; null for the embedded engine. */
        recipe: manifests.byId.get(row.id)?.manifest.recipe ?? null,
      })),
      passRates,
      /** GiB of the largest card of a connected GPU worker; null where there is none. */
      cardGib: largestCard(workers),
    };
  },
});

export type RoundSources = Awaited<ReturnType<typeof listRoundSources>>;
