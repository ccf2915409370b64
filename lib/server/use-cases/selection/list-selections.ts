import { z } from 'zod';
import { findSelections } from '../../repositories/selection';
import { defineUseCase } from '../define-use-case';

/** The latest runs of the sampler, newest first. */
export const listSelections = defineUseCase({
  name: 'list-selections',
  access: { kind: 'project', permission: 'selection.view' },
  input: z.object({ projectId: z.string() }),
  run: (_actor, { projectId }) => findSelections(projectId),
});
