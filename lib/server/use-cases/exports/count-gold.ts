import { z } from 'zod';
import { countGold as countGoldRows } from '../../repositories/gold-export';
import { defineUseCase } from '../define-use-case';

/** What an export would hold: documents with gold by split and by who made it. */
export const countGold = defineUseCase({
  name: 'count-gold',
  access: { kind: 'project', permission: 'project.export' },
  input: z.object({ projectId: z.string() }),
  run: (_actor, { projectId }) => countGoldRows(projectId),
});
