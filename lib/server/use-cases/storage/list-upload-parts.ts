import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { storage } from '../../storage/storage';
import { listParts } from '../../storage/uploads';
import { defineUseCase } from '../define-use-case';
import { hashSchema, writableKeySchema } from './upload-input';

async function isStoredAs(key: string, hash: string): Promise<boolean> {
  if (!(await storage().has(key))) return false;
  const digest = createHash('sha256');
  await pipeline((await storage().stream(key)).body, digest);
  return digest.digest('hex') === hash;
}

/** Which parts of an upload are here already, and whether the whole is. */
export const listUploadParts = defineUseCase({
  name: 'list-upload-parts',
  access: { kind: 'worker' },
  input: z.object({ hash: hashSchema, key: writableKeySchema }),
  run: async (_actor, { hash, key }) => ({ parts: await listParts(hash), isStored: await isStoredAs(key, hash) }),
});
