import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { diffSchemas } from '@/lib/core/schema/diff-schemas';
import { countAnnotations, findSchemaVersion } from '../../repositories/schema-version';
import { defineUseCase } from '../define-use-case';
import { parseOrRefuse } from './parse-or-refuse';

/** What a draft changes against a version, and what that means for the annotations there are. */
export const previewSchemaChange = defineUseCase({
  name: 'preview-schema-change',
  access: { kind: 'project', permission: 'schema.view' },
  input: z.object({ projectId: z.string(), baseNumber: z.number().int().positive(), schema: z.unknown() }),
  run: async (_actor, { projectId, baseNumber, schema }) => {
    const base = await findSchemaVersion(projectId, baseNumber);
    if (!base) throw new AppError('not-found', `This project has no schema version ${baseNumber}.`);
    const annotations = await countAnnotations(projectId);
    return { changes: diffSchemas(base.schema, parseOrRefuse(schema)), annotations };
  },
});
