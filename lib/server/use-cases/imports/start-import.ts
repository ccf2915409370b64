import { z } from 'zod';
import { recordAudit } from '../../auth/audit';
import { sweepImports } from '../../ingest/sweep-imports';
import { insertImport } from '../../repositories/import';
import { defineUseCase } from '../define-use-case';

/** Opens an import that files are then sent to, one request each. */
export const startImport = defineUseCase({
  name: 'start-import',
  access: { kind: 'project', permission: 'documents.import' },
  input: z.object({
    projectId: z.string(),
    /** What the person gave: a file name, "12 files", a folder. */
    source: z.string().trim().min(1).max(500),
  }),
  run: async (actor, { projectId, source }) => {
    await sweepImports(new Date());
    const importId = await insertImport({ projectId, source, createdById: actor.userId });
    await recordAudit({ projectId, userId: actor.userId, action: 'start-import', subject: `import:${importId}` });
    return { importId };
  },
});
