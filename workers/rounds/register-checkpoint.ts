import { AppError } from '@/lib/core/errors/app-error';
import { manifestText, type CheckpointManifest, type CheckpointRole } from '@/lib/core/round/manifest';
import { isOutside, recipeSchema, warmStartLabels } from '@/lib/core/round/recipe';
import { scoringVersion } from '@/lib/core/scoring';
import { insertCheckpoint } from '@/lib/server/repositories/checkpoint';
import type { RunnableRound } from '@/lib/server/repositories/round';
import { type Fence, writeAsAttempt } from '@/lib/server/repositories/round-attempt';
import { insertRoundEvents } from '@/lib/server/repositories/round-event';
import { sha256 } from '@/lib/server/storage/sha256';
import { storage } from '@/lib/server/storage/storage';
import type { CheckpointFiles, Engine, EngineCheckpoint } from '../engines/engine';

/** Where the files of a checkpoint are stored. */
export const checkpointPrefix = (hash: string): string => `checkpoints/${hash}`;

function manifestOf(round: RunnableRound, engine: Engine, checkpoint: EngineCheckpoint): CheckpointManifest {
  return {
    format: 'hundredfold-checkpoint/1',
    engine: engine.name,
    role: checkpoint.role,
    roundId: round.id,
    step: checkpoint.step,
    recipe: recipeSchema.parse(round.recipe),
    snapshotHash: round.snapshotHash ?? '',
    schemaHash: round.schemaVersion.hash,
    parent: null,
    scoringVersion,
    files: [...checkpoint.files].map(([name, bytes]) => ({ name, sha256: sha256(bytes), bytes: bytes.length })),
  };
}

/** Writes the files and reads them back: what is registered is what is there. */
async function writeFiles(prefix: string, files: CheckpointFiles): Promise<void> {
  for (const [name, bytes] of files) {
    const key = `${prefix}/${name}`;
    await storage().write(key, bytes);
    if (sha256(await storage().read(key)) !== sha256(bytes)) {
      throw new AppError('unavailable', `The stored file ${key} is not what was written. Look at the disk.`);
    }
  }
}

/** What people call a checkpoint of the round. */
function nameOf(round: RunnableRound, role: CheckpointRole): string {
  const labels = round.snapshot?.documentCount ?? 0;
  const recipe = recipeSchema.parse(round.recipe);
  const first = warmStartLabels(recipe, labels) ?? labels;
  const stage = !isOutside(recipe) ? null : recipe.preferences ? 'preferences' : recipe.distillation ? 'distilled' : null;
  const names = {
    'warm-start': `Round ${round.number}, ${stage ?? `warm start on ${first}`}`,
    'warm-start-all': `Round ${round.number}, warm start on all ${labels}`,
    trained: `Round ${round.number}, trained`,
  };
  return names[role];
}

/** The row of a checkpoint whose files are home. @returns its id; the same hash again gives the row that is there. */
export function recordCheckpoint(
  fence: Fence,
  round: RunnableRound,
  hash: string,
  manifest: CheckpointManifest,
): Promise<string> {
  const { role, step, engine } = manifest;
  const name = nameOf(round, role);
  return writeAsAttempt(fence, async (tx) => {
    const { id } = await insertCheckpoint(tx, {
      projectId: round.projectId, roundId: round.id, role, name, engine, step,
      schemaVersionId: round.schemaVersion.id, hash, manifest, storagePrefix: checkpointPrefix(hash),
    });
    await insertRoundEvents(tx, round.id, fence.attempt, [{ type: 'checkpoint', at: Date.now(), step, name, hash }]);
    return id;
  });
}

/** Pushes a checkpoint back: files and manifest in storage under its hash, then its row. @returns the row's id. */
export async function registerCheckpoint(
  fence: Fence,
  round: RunnableRound,
  engine: Engine,
  checkpoint: EngineCheckpoint,
): Promise<string> {
  const manifest = manifestOf(round, engine, checkpoint);
  const text = Buffer.from(manifestText(manifest), 'utf8');
  const hash = sha256(text);
  await writeFiles(checkpointPrefix(hash), new Map([...checkpoint.files, ['manifest.json', text]]));
  return recordCheckpoint(fence, round, hash, manifest);
}
