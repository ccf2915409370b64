import { z } from 'zod';
import { findSchemaVersions } from '../../repositories/schema-version';
import { defineUseCase } from '../define-use-case';

/** Every version, newest first, with what stands under each. */
export const listSchemaVersions = defineUseCase({
  name: 'list-schema-versions',
  access: { kind: 'project', permission: 'schema.view' },
  input: z.object({ projectId: z.string() }),
  run: (_actor, { projectId }) => findSchemaVersions(projectId),
});
