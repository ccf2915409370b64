import { aggregate } from '@/lib/core/evaluation/aggregate';
import { learnFromLabels, predictRecord, type LabelledDocument, type PolicyModel } from '@/lib/core/policy';
import { firstLabels, isTrainingDue } from '@/lib/core/prelabels/training-due';
import type { JsonObject } from '@/lib/core/record/json';
import type { RecordSchema } from '@/lib/core/schema/types';
import { loadGold, type SchemaInUse } from '@/lib/server/evaluation/load-gold';
import { loadWords } from '@/lib/server/evaluation/load-words';
import { loadLabels } from '@/lib/server/prelabels/load-labels';
import { removePolicy, storePolicy } from '@/lib/server/prelabels/policy-files';
import { findLabels } from '@/lib/server/repositories/label';
import { findNewestLearning, findOlderHashes, insertPreLabelModel } from '@/lib/server/repositories/pre-label-model';
import { findProject } from '@/lib/server/repositories/project';
import { findNewestSchemaVersion } from '@/lib/server/repositories/schema-version';
import type { Pause } from './give-way';
import { scorePredictions } from './score-predictions';

/** Labels of which too few fit the newest schema, by project: they are not loaded again and again. */
const barren = new Map<string, string>();

/** What a training starts from, all of it read from the rows. */
async function readState(projectId: string) {
  const [project, version, newest, labels] = await Promise.all([
    findProject(projectId), findNewestSchemaVersion(projectId), findNewestLearning(projectId), findLabels(projectId),
  ]);
  if (!project?.preLabels || !version) return null;
  const labelKeys = labels.map(({ key }) => key);
  const content = `${version.id} ${labelKeys.join(' ')}`;
  if (barren.get(projectId) === content || !isTrainingDue(labelKeys, newest, version.id)) return null;
  return { version, newest, labels, labelKeys, content };
}

/** Whether labels wait for a training: what the sweep asks. */
export const isDue = async (projectId: string): Promise<boolean> => (await readState(projectId)) !== null;

async function learn(schema: RecordSchema, documents: readonly LabelledDocument[], pause: Pause): Promise<PolicyModel> {
  const learning = learnFromLabels(schema, documents);
  for (let turn = learning.next(); ; turn = learning.next()) {
    if (turn.done) return turn.value;
    await pause();
  }
}

/** The figure on the validation split as it is now; null where it has no gold. */
async function validate(projectId: string, version: SchemaInUse, model: PolicyModel, pause: Pause) {
  const { documents } = await loadGold(projectId, ['validation'], version);
  const records = new Map<string, JsonObject>();
  for (const [id, pages] of await loadWords(documents.map((document) => document.id))) {
    records.set(id, predictRecord(model, { id, pages }).record);
    await pause();
  }
  const counts = await scorePredictions(documents, (id) => records.get(id), version.schema, pause);
  return { micro: aggregate(counts.map((one) => ({ ...one, fields: {} }))).micro, validationDocuments: counts.length };
}

/** Files of the models before the last two: nobody asks them any more. */
async function removeOlder(projectId: string, number: number, hash: string): Promise<void> {
  const hashes = await findOlderHashes(projectId, number);
  const kept = new Set([hash, hashes.at(-1)]);
  for (const older of hashes) if (!kept.has(older)) await removePolicy({ projectId, hash: older });
}

/**
 * Trains the project's pre-label model where labels enough are new. File first,
 * then the row that names it: killed at any line, the next bell begins again and
 * nothing half-made is seen. Of two trainings at once one row stays.
 * @returns whether it trained; false also where too few labels fit the schema.
 */
export async function trainWhereDue(projectId: string, pause: Pause): Promise<boolean> {
  const state = await readState(projectId);
  if (!state) return false;
  await pause();
  const { version, newest, labels, labelKeys, content } = state;
  const documents = await loadLabels(labels, version);
  if (documents.length < firstLabels) {
    barren.set(projectId, content);
    return false;
  }
  const model = await learn(version.schema, documents, pause);
  const figure = await validate(projectId, version, model, pause);
  const hash = await storePolicy(projectId, model);
  const number = (newest?.number ?? 0) + 1;
  await insertPreLabelModel({ projectId, number, schemaVersionId: version.id, labelKeys, labels: documents.length, hash, ...figure });
  await removeOlder(projectId, number, hash);
  return true;
}
