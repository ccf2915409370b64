import { z } from 'zod';
import { storage } from '../../storage/storage';
import { defineUseCase } from '../define-use-case';
import { readableKeySchema } from './upload-input';

/** A file of the storage from some byte on, for a worker that has no storage of its own. @throws AppError `not-found` */
export const openStoredFile = defineUseCase({
  name: 'open-stored-file',
  access: { kind: 'worker' },
  input: z.object({ key: readableKeySchema, from: z.coerce.number().int().nonnegative().default(0) }),
  run: (_actor, { key, from }) => storage().stream(key, from),
});
