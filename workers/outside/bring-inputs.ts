import path from 'node:path';
import { AppError } from '@/lib/core/errors/app-error';
import { isLabelled, type SnapshotLine } from '@/lib/core/round/dataset-snapshot';
import { preferencePairs, writePreferences, writeTeacher } from '@/lib/core/round/preference-pairs';
import { recipeSchema } from '@/lib/core/round/recipe';
import { type StoredInputs, storedInputsSchema } from '@/lib/core/round/round-inputs';
import type { RecordSchema } from '@/lib/core/schema/types';
import { findCheckpointForRun, type RunnableCheckpoint } from '@/lib/server/repositories/checkpoint';
import type { RunnableRound } from '@/lib/server/repositories/round';
import { assertParent } from '@/lib/server/rounds/parents';
import { passRatesKey } from '@/lib/server/rounds/pass-rates';
import { loadReadings } from '@/lib/server/rounds/readings';
import { storage } from '@/lib/server/storage/storage';
import { loadPredictor } from '../engines/load-predictor';
import { predictMissing } from '../evaluation/evaluate-checkpoint';
import type { Predictor } from '../engines/engine';
import type { Journal } from '../rounds/journal';
import { bringCheckpointInto } from './bring-checkpoint';
import { besideHeartbeat } from './beside-heartbeat';
import { bring } from './run-folder-files';

interface Bringing {
  readonly folder: string;
  readonly round: RunnableRound;
  readonly documents: readonly SnapshotLine[];
  readonly journal: Journal;
  /** Opens a checkpoint that a trainer made. */
  readonly open: (checkpoint: RunnableCheckpoint) => Predictor;
}

async function findCheckpoint(id: string, what: string): Promise<RunnableCheckpoint> {
  const checkpoint = await findCheckpointForRun(id);
  if (!checkpoint) throw new AppError('not-found', `The checkpoint that ${what} is gone. Repeat the round with another.`);
  return checkpoint;
}

const versionOf = ({ schemaVersion }: RunnableRound) => ({ id: schemaVersion.id, schema: schemaVersion.schema as unknown as RecordSchema });

/** What the checkpoint reads in the documents; what it has not read yet it reads now. */
async function readAll(checkpoint: RunnableCheckpoint, documentIds: readonly string[], { round, journal, open }: Bringing) {
  const version = versionOf(round);
  const known = await loadReadings(checkpoint, documentIds, version);
  if (known.size === documentIds.length) return known;
  const predictor = checkpoint.engine === 'embedded' ? await loadPredictor(checkpoint) : open(checkpoint);
  await predictMissing(checkpoint.id, documentIds, predictor, journal.breathe);
  return loadReadings(checkpoint, documentIds, version);
}

const say = (journal: Journal, message: string): void => journal.add({ type: 'log', level: 'info', message });

async function teacherLines(teacher: NonNullable<StoredInputs['teacher']>, bringing: Bringing): Promise<string> {
  const { documents, journal } = bringing;
  const checkpoint = await findCheckpoint(teacher.checkpointId, 'was to teach');
  const ids = documents
    .filter(({ split }) => split === 'unlabelled' || (split === 'seed' && teacher.documents !== 'unlabelled'))
    .map(({ id }) => id);
  const text = writeTeacher(ids, await readAll(checkpoint, ids, bringing));
  const count = text.split('\n').length - 1;
  if (count === 0) throw new AppError('not-ready', `The teacher, checkpoint ${checkpoint.hash.slice(0, 12)}, reads nothing in any of the ${ids.length} documents.`);
  say(journal, `The teacher's readings of ${count} of ${ids.length} documents are distilled.`);
  return text;
}

async function preferenceLines(checkpointId: string, bringing: Bringing): Promise<string> {
  const { round, documents, journal } = bringing;
  const checkpoint = await findCheckpoint(checkpointId, 'was to be what preferences reject');
  // Of the seed set alone: what is held out is never learnt from.
  const seed = documents.filter(isLabelled).filter(({ split }) => split === 'seed');
  const readings = await readAll(checkpoint, seed.map(({ id }) => id), bringing);
  const { pairs, alike, empty } = preferencePairs(versionOf(round).schema, seed, readings);
  if (pairs.length === 0) throw new AppError('not-ready', `There is nothing to prefer: the checkpoint reads ${alike} documents as gold has them and nothing in ${empty}.`);
  say(journal, `${pairs.length} preferences: gold against what the checkpoint read otherwise; ${alike} documents it reads as gold has them, in ${empty} it reads nothing.`);
  return writePreferences(pairs);
}

/** Written once: every attempt is given the same file. */
async function once(key: string, write: () => Promise<string>): Promise<void> {
  if (!(await storage().has(key))) await storage().write(key, Buffer.from(await write(), 'utf8'));
}

/**
 * What the round was given beside recipe and data, into its run folder: `parent/`,
 * `teacher.jsonl`, `preferences.jsonl`, `pass-rates.json` (`docs/run-folder.md`).
 * @throws AppError in words where something of it cannot be used.
 */
export async function bringInputs(bringing: Bringing): Promise<void> {
  const { folder, round, journal } = bringing;
  const { teacher, preferences, passRatesFrom } = storedInputsSchema.parse(round.inputs);
  if (round.parent) {
    await assertParent(round.projectId, recipeSchema.parse(round.recipe), round.parent.id, versionOf(round).schema);
    await bringCheckpointInto(path.join(folder, 'parent'), await findCheckpoint(round.parent.id, 'the round starts from'), journal.breathe);
  }
  const keyOf = (name: string): string => `rounds/${round.id}/${name}`;
  if (teacher) await once(keyOf('teacher.jsonl'), () => teacherLines(teacher, bringing));
  if (preferences) await once(keyOf('preferences.jsonl'), () => preferenceLines(preferences.checkpointId, bringing));
  await besideHeartbeat(journal, async (signal) => {
    if (teacher) await bring(keyOf('teacher.jsonl'), path.join(folder, 'teacher.jsonl'), signal);
    if (preferences) await bring(keyOf('preferences.jsonl'), path.join(folder, 'preferences.jsonl'), signal);
    if (passRatesFrom !== null) await bring(passRatesKey(passRatesFrom), path.join(folder, 'pass-rates.json'), signal);
  });
}
