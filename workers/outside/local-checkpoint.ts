import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson } from '@/lib/core/round/canonical-json';
import { type CheckpointManifest, manifestSchema } from '@/lib/core/round/manifest';
import { isJsonObject, type Json } from '@/lib/core/record/json';
import { parseJson } from '@/lib/core/record/parse-json';
import type { RunnableRound } from '@/lib/server/repositories/round';
import { hashFile } from '@/lib/server/storage/hash-file';
import { sha256 } from '@/lib/server/storage/sha256';

/** A checkpoint that a trainer left in its run folder, looked through. */
export interface LocalCheckpoint {
  readonly folder: string;
  /** The manifest as it is written, whose SHA-256 names the checkpoint. */
  readonly text: string;
  readonly hash: string;
  readonly manifest: CheckpointManifest;
}

export type LookedAt = { readonly ok: true; readonly checkpoint: LocalCheckpoint } | { readonly ok: false; readonly problem: string };

const problem = (words: string): LookedAt => ({ ok: false, problem: words });

/** Whether the manifest says what the round asked for: another model or other data would be compared under a false name. */
function mismatchOf(manifest: CheckpointManifest, recipe: Json | undefined, round: RunnableRound): string | null {
  const asked = round.recipe as { readonly model?: Json };
  const made = isJsonObject(recipe) ? recipe : {};
  if (made['model'] !== asked.model) return `was made from the model ${String(made['model'])}, the round asks for ${String(asked.model)}`;
  if (canonicalJson(made) !== canonicalJson(round.recipe as Json)) return 'was made by another recipe than the round has';
  if (manifest.roundId !== round.id) return 'belongs to another round';
  if (manifest.parent !== (round.parent?.hash ?? null)) return 'was started from another checkpoint than the round asks for';
  if (manifest.snapshotHash !== round.snapshotHash) return 'was trained on other data';
  if (manifest.schemaHash !== round.schemaVersion.hash) return 'was trained under another schema';
  return null;
}

/** Reads a checkpoint folder and holds every file against its manifest. @returns the fault in words where there is one. */
export async function lookAtCheckpoint(folder: string, round: RunnableRound, signal: AbortSignal): Promise<LookedAt> {
  const name = path.basename(folder);
  const text = await readFile(path.join(folder, 'manifest.json'), 'utf8').catch(() => null);
  if (text === null) return problem(`${name} has no manifest`);
  const json = parseJson(text);
  const parsed = json.ok ? manifestSchema.safeParse(json.value) : null;
  if (!json.ok || !parsed?.success) return problem(`the manifest of ${name} cannot be read`);
  const manifest = parsed.data;
  const mismatch = mismatchOf(manifest, isJsonObject(json.value) ? json.value['recipe'] : undefined, round);
  if (mismatch !== null) return problem(`${name} ${mismatch}`);
  for (const file of manifest.files) {
    signal.throwIfAborted();
    const place = path.join(folder, file.name);
    const size = await stat(place).then(({ size: bytes }) => bytes, () => null);
    if (size === null) return problem(`${name} lacks ${file.name}`);
    if (size !== file.bytes || (await hashFile(place)) !== file.sha256) return problem(`${file.name} of ${name} is damaged`);
  }
  return { ok: true, checkpoint: { folder, text, hash: sha256(text), manifest } };
}

/** Every whole checkpoint of the run folder; what is wrong with the others goes to `onProblem`. */
export async function findCheckpoints(
  runFolder: string,
  round: RunnableRound,
  onProblem: (words: string) => void,
  signal: AbortSignal,
): Promise<LocalCheckpoint[]> {
  const root = path.join(runFolder, 'checkpoints');
  const names = (await readdir(root).catch(() => [])).filter((name) => !name.startsWith('.')).sort();
  const found: LocalCheckpoint[] = [];
  for (const name of names) {
    const looked = await lookAtCheckpoint(path.join(root, name), round, signal);
    if (looked.ok) found.push(looked.checkpoint);
    else onProblem(`${looked.problem}; it is left out.`);
  }
  return found;
}
