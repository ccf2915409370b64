import { z } from 'zod';
import { recordAudit } from '../../auth/audit';
import { sweepImports } from '../../ingest/sweep-imports';
import { insertImport } from '../../repositories/import';
import { defineUseCase } from '../define-use-case';
import { isPlace, placeInput, placeRule } from '../documents/place-input';

/** Opens an import that files are then sent to, one request each. */
export const startImport = defineUseCase({
  name: 'start-import',
  access: { kind: 'project', permission: 'documents.import' },
  input: z
    .object({
      projectId: z.string(),
      /** What the person gave: a file name, "12 files", a folder. */
      source: z.string().trim().min(1).max(500),
      ...placeInput,
    })
    .refine(isPlace, placeRule),
  run: async (actor, { projectId, source, split = 'pool', suite = null }) => {
    await sweepImports(new Date());
    const importId = await insertImport({ projectId, source, createdById: actor.userId, place: { split, suite } });
    await recordAudit({ projectId, userId: actor.userId, action: 'start-import', subject: `import:${importId}` });
    return { importId };
  },
});
