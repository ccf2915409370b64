import { z } from 'zod';
import { storage } from '../../storage/storage';
import { defineUseCase } from '../define-use-case';

/** Removes what a round kept to go on from; checkpoints are never removed by a worker. */
export const removeRunFiles = defineUseCase({
  name: 'remove-run-files',
  access: { kind: 'worker' },
  input: z.object({ prefix: z.string().regex(/^rounds(\/[\w][\w.-]*)+$/, 'a prefix below rounds/') }),
  run: async (_actor, { prefix }) => {
    await storage().removeAll(prefix);
    return { prefix };
  },
});
