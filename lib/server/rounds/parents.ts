import { AppError } from '@/lib/core/errors/app-error';
import { type CheckpointManifest, manifestSchema } from '@/lib/core/round/manifest';
import { madeOf, type ParentCandidate, refuseParent, topLevelMisfit } from '@/lib/core/round/parent-fit';
import type { Recipe } from '@/lib/core/round/recipe';
import type { RecordSchema } from '@/lib/core/schema/types';
import { findCheckpoint, findTrainerManifests } from '../repositories/checkpoint';
import { storage } from '../storage/storage';

interface Known {
  readonly number: number;
  readonly manifest: CheckpointManifest;
}

/** What the manifests of a project's checkpoints say, by id and by hash; one that cannot be read is left out. */
export async function readManifests(projectId: string) {
  const byId = new Map<string, Known>();
  const byHash = new Map<string, Known>();
  for (const { id, hash, number, manifest } of await findTrainerManifests(projectId)) {
    const parsed = manifestSchema.safeParse(manifest);
    if (!parsed.success) continue;
    const known = { number, manifest: parsed.data };
    byId.set(id, known);
    byHash.set(hash, known);
  }
  return { byId, byHash };
}
type Manifests = Awaited<ReturnType<typeof readManifests>>;

/** What an adapter learns on whole weights is handed back as whole weights (docs/run-folder.md): so up its line of parents. */
function isWhole(manifest: CheckpointManifest, manifests: Manifests): boolean {
  if (madeOf(manifest)?.tuning === 'full') return true;
  const parent = manifest.parent === null ? undefined : manifests.byHash.get(manifest.parent);
  return parent !== undefined && isWhole(parent.manifest, manifests);
}

interface CheckpointRow {
  readonly id: string;
  readonly number: number;
  readonly engine: string;
  readonly problem: string | null;
  readonly schemaVersion: { readonly schema: unknown };
}

/** The checkpoint as `refuseParent` looks at it. @param schema that the round would train under. */
export function parentCandidate({ id, number, engine, problem, schemaVersion }: CheckpointRow, manifests: Manifests, schema: RecordSchema): ParentCandidate {
  const known = manifests.byId.get(id);
  const made = known ? madeOf(known.manifest) : null;
  return {
    number, engine,
    made: known && made && isWhole(known.manifest, manifests) ? { ...made, tuning: 'full' } : made,
    problem: problem ?? (known || engine === 'embedded' ? null : 'its manifest cannot be read'),
    schemaMisfit: topLevelMisfit(schemaVersion.schema as RecordSchema, schema),
  };
}

/** The first file of the checkpoint that the storage lacks; null where all are there. */
export async function findLostFile({ storagePrefix, manifest }: { readonly storagePrefix: string; readonly manifest: unknown }): Promise<string | null> {
  const parsed = manifestSchema.safeParse(manifest);
  const names = ['manifest.json', ...(parsed.success ? parsed.data.files.map(({ name }) => name) : [])];
  for (const name of names) if (!(await storage().has(`${storagePrefix}/${name}`))) return name;
  return null;
}

/** @throws AppError `not-found`, or `not-ready` with why the checkpoint cannot be started from. */
export async function assertParent(projectId: string, recipe: Recipe, checkpointId: string, schema: RecordSchema): Promise<void> {
  const row = await findCheckpoint(projectId, checkpointId);
  if (!row) throw new AppError('not-found', 'The checkpoint to start from is not in this project.');
  const refusal = refuseParent(recipe, parentCandidate(row, await readManifests(projectId), schema));
  if (refusal !== null) throw new AppError('not-ready', refusal);
  const lost = await findLostFile(row);
  if (lost !== null) throw new AppError('not-ready', `Checkpoint ${row.number} cannot be started from: its file ${lost} is no longer stored.`);
}
