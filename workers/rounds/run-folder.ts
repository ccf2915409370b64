import { AppError } from '@/lib/core/errors/app-error';
import { canonicalJson } from '@/lib/core/round/canonical-json';
import { readSnapshot, type SnapshotLine } from '@/lib/core/round/dataset-snapshot';
import { storedInputsSchema } from '@/lib/core/round/round-inputs';
import type { Json } from '@/lib/core/record/json';
import { scoringVersion } from '@/lib/core/scoring';
import type { RunnableRound } from '@/lib/server/repositories/round';
import { sha256 } from '@/lib/server/storage/sha256';
import { storage } from '@/lib/server/storage/storage';

/** Everything a trainer must know beside the data; the same for every attempt. */
function specOf(round: RunnableRound): string {
  return canonicalJson({
    format: 'hundredfold-run/1',
    roundId: round.id,
    recipe: round.recipe as Json,
    schema: round.schemaVersion.schema as Json,
    // In its own order of keys, which the prompt follows and canonical JSON loses.
    schemaText: JSON.stringify(round.schemaVersion.schema),
    schemaHash: round.schemaVersion.hash,
    dataset: { file: 'dataset.jsonl', sha256: round.snapshotHash },
    scoringVersion,
    parent: round.parent?.hash ?? null,
    allow: [...storedInputsSchema.parse(round.inputs).allow],
  });
}

/**
 * Writes the run folder (`rounds/ID/spec.json`, `dataset.jsonl`) and reads the data.
 * @throws AppError `broken-file` where the snapshot is not what its name says.
 */
export async function prepareRunFolder(round: RunnableRound): Promise<SnapshotLine[]> {
  if (!round.snapshot) throw new AppError('broken-file', 'The round has no dataset snapshot. Start a new one.');
  const bytes = await storage().read(round.snapshot.storageKey);
  if (sha256(bytes) !== round.snapshotHash) {
    throw new AppError('broken-file', 'The stored dataset is not what its hash says. Start a new round.');
  }
  await storage().write(`rounds/${round.id}/dataset.jsonl`, bytes);
  await storage().write(`rounds/${round.id}/spec.json`, Buffer.from(specOf(round), 'utf8'));
  return readSnapshot(bytes.toString('utf8'));
}
