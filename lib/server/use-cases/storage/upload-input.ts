import { z } from 'zod';

/** Names an upload: the SHA-256 of the whole file. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex');

/** What a worker may write: runs and what came of them, never pages or snapshots. */
export const writableKeySchema = z
  .string()
  .regex(/^(checkpoints|rounds)(\/[\w][\w.-]*)+$/, 'a key below checkpoints/ or rounds/');

/** What a worker may read: what runs are made of, too. */
export const readableKeySchema = z
  .string()
  .regex(/^(checkpoints|rounds|snapshots|documents)(\/[\w][\w.-]*)+$/, 'a key of the storage');
