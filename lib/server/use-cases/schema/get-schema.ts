import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { findNewestSchemaVersion, findSchemaVersion } from '../../repositories/schema-version';
import { defineUseCase } from '../define-use-case';

/** One version of the schema; the newest where none is named. */
export const getSchema = defineUseCase({
  name: 'get-schema',
  access: { kind: 'project', permission: 'schema.view' },
  input: z.object({ projectId: z.string(), number: z.coerce.number().int().positive().optional() }),
  run: async (_actor, { projectId, number }) => {
    const version = number === undefined ? await findNewestSchemaVersion(projectId) : await findSchemaVersion(projectId, number);
    if (!version) throw new AppError('not-found', `This project has no schema version ${number ?? ''}.`);
    return version;
  },
});
