import { z } from 'zod';
import type { Json } from '../record/json';
import { canonicalJson } from './canonical-json';
import { recipeSchema } from './recipe';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex');

/** What a checkpoint is for; see `Checkpoint.role` in the database. */
export const checkpointRoles = ['warm-start', 'warm-start-all', 'trained'] as const;
export type CheckpointRole = (typeof checkpointRoles)[number];

/**
 * What a checkpoint consists of and all that it took to make it. Its canonical
 * text is hashed and the hash is the checkpoint's name: no clock, no attempt
 * and no machine may stand in it.
 */
export const manifestSchema = z.object({
  format: z.literal('hundredfold-checkpoint/1'),
  engine: z.string(),
  role: z.enum(checkpointRoles),
  roundId: z.string(),
  step: z.number().int().nonnegative(),
  recipe: recipeSchema,
  snapshotHash: sha256Schema,
  schemaHash: z.string(),
  /** Hash of the checkpoint that training started from; null from nothing. */
  parent: sha256Schema.nullable(),
  scoringVersion: z.string(),
  files: z
    .array(z.object({ name: z.string(), sha256: sha256Schema, bytes: z.number().int().nonnegative() }))
    .min(1),
});
export type CheckpointManifest = Readonly<z.infer<typeof manifestSchema>>;

/** The text that is stored as `manifest.json` and hashed. */
export const manifestText = (manifest: CheckpointManifest): string =>
  canonicalJson(manifest as unknown as Json);
