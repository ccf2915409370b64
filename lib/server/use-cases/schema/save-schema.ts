import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { findNewestSchemaVersion, hashSchema, insertSchemaVersion } from '../../repositories/schema-version';
import { defineUseCase } from '../define-use-case';
import { parseOrRefuse } from './parse-or-refuse';

/**
 * Saves a draft as the next version. Versions never change: annotations stay
 * under theirs until somebody moves them. The same content again is no version.
 */
export const saveSchema = defineUseCase({
  name: 'save-schema',
  access: { kind: 'project', permission: 'schema.edit' },
  input: z.object({
    projectId: z.string(),
    /** The version that the draft was made from. */
    baseNumber: z.number().int().positive(),
    schema: z.unknown(),
    note: z.string().max(500).default(''),
  }),
  run: async (actor, { projectId, baseNumber, schema: json, note }) => {
    const schema = parseOrRefuse(json);
    const newest = await findNewestSchemaVersion(projectId);
    if (newest?.number === baseNumber && newest.hash === hashSchema(schema)) {
      return { id: newest.id, number: newest.number, hash: newest.hash, isNew: false };
    }
    const version = await insertSchemaVersion({ projectId, baseNumber, schema, note, createdById: actor.userId });
    if (!version) {
      throw new AppError('conflict', `Version ${newest?.number ?? '?'} was saved meanwhile. Look at it and apply your changes to it.`, {
        newest: newest?.number ?? null,
      });
    }
    await recordAudit({ projectId, userId: actor.userId, action: 'save-schema', subject: `schema-version:${version.id}` });
    return { ...version, isNew: true };
  },
});
