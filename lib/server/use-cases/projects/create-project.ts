import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { findProject, insertProject } from '../../repositories/project';
import { hashSchema } from '../../repositories/schema-version';
import { defineUseCase } from '../define-use-case';
import { parseOrRefuse } from '../schema/parse-or-refuse';

/** A new project with the first version of its schema. */
export const createProject = defineUseCase({
  name: 'create-project',
  access: { kind: 'admin' },
  input: z.object({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{1,48}$/, 'small letters, digits and hyphens, 2 to 49 of them; it stands in every URL'),
    name: z.string().trim().min(1).max(120),
    ocrLanguage: z.string().regex(/^[a-z_]{3,12}$/).default('eng'),
    isDemo: z.boolean().default(false),
    reviewRequired: z.boolean().default(true),
    schema: z.unknown(),
  }),
  run: async (actor, input) => {
    const schema = parseOrRefuse(input.schema);
    if (await findProject(input.id)) {
      throw new AppError('duplicate', `There is a project "${input.id}" already. Choose another short name.`);
    }
    const schemaHash = hashSchema(schema);
    const project = await insertProject({ ...input, schema, schemaHash, createdById: actor.userId });
    await recordAudit({ projectId: project.id, userId: actor.userId, action: 'create-project', subject: `project:${project.id}` });
    return project;
  },
});
