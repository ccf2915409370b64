import { z } from 'zod';
import { completeUpload as complete } from '../../storage/uploads';
import { defineUseCase } from '../define-use-case';
import { hashSchema, writableKeySchema } from './upload-input';

/** Puts the parts of an upload under their key, once the whole has its hash. */
export const completeUpload = defineUseCase({
  name: 'complete-upload',
  access: { kind: 'worker' },
  input: z.object({
    hash: hashSchema,
    key: writableKeySchema,
    parts: z.number().int().min(1).max(1_000_000),
    bytes: z.number().int().nonnegative(),
  }),
  run: async (_actor, { hash, key, parts, bytes }) => {
    await complete(hash, key, parts, bytes);
    return { key };
  },
});
