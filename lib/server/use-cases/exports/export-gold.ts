import { z } from 'zod';
import { writeGoldLine } from '@/lib/core/formats/gold-line';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { Split } from '../../db/generated/enums';
import { findGoldPage } from '../../repositories/gold-export';
import { findProject } from '../../repositories/project';
import { defineUseCase } from '../define-use-case';

const batchSize = 100;

async function* goldLines(projectId: string, splits: readonly Split[]): AsyncGenerator<string, void, void> {
  let after: string | null = null;
  while (true) {
    const batch: Awaited<ReturnType<typeof findGoldPage>> = await findGoldPage(projectId, splits, after, batchSize);
    for (const { annotation, id, groupKey, ...document } of batch) {
      if (!annotation) continue;
      const { content, origin, revision, reviewedAt, submittedAt, schemaVersion } = annotation;
      const acceptedAt = reviewedAt ?? submittedAt;
      yield writeGoldLine({
        documentId: id, ...document, group: groupKey, content, origin, revision, acceptedAt, schemaVersion,
      });
    }
    after = batch.at(-1)?.id ?? null;
    if (batch.length < batchSize) return;
  }
}

/**
 * Every document with gold as JSON lines (`writeGoldLine`), a hundred in memory
 * at a time. They hold protected values: who asked is in the audit log.
 */
export const exportGold = defineUseCase({
  name: 'export-gold',
  access: { kind: 'project', permission: 'project.export' },
  input: z.object({
    projectId: z.string(),
    /** Splits to export; all of them where not given. From an address: "seed,test". */
    splits: z
      .preprocess((given) => (typeof given === 'string' ? given.split(',') : given), z.array(z.enum(Split)).min(1))
      .default(Object.values(Split)),
  }),
  run: async (actor, { projectId, splits }) => {
    if (!(await findProject(projectId))) throw new AppError('not-found', `There is no project "${projectId}".`);
    await recordAudit({ projectId, userId: actor.userId, action: 'export-gold', subject: `project:${projectId}` });
    return { fileName: `${projectId}-gold.jsonl`, lines: goldLines(projectId, splits) };
  },
});
