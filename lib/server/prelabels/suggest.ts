import type { Suggestions } from '@/lib/core/annotation/contract';
import { predictRecord } from '@/lib/core/policy';
import type { PolicyDocument, PolicyPrediction } from '@/lib/core/policy/types';
import { manifestSchema } from '@/lib/core/round/manifest';
import { loadWords } from '../evaluation/load-words';
import { log } from '../logging/log';
import { findLastPredicting, findSuggestingCheckpoint } from '../repositories/checkpoint';
import { insertPreLabel, readPreLabels, type PreLabelModelRow } from '../repositories/pre-label-model';
import { findPredictions, insertPrediction } from '../repositories/prediction';
import { describeCheckpoint, describePreLabelModel } from './describe-suggester';
import { loadSuggesters } from './load-suggesters';
import { openPolicy, preLabelFile } from './policy-files';
import { ringPreLabels } from './ring-pre-labels';

/** A longer document is left to the worker: reading it here would keep others waiting. */
const mostWords = 1500;

interface Question {
  readonly projectId: string;
  readonly documentId: string;
  /** Whether to predict now what is not predicted yet: where somebody is about to label. */
  readonly mayPredict: boolean;
}

/** The document as a model reads it; null where that would take long. */
async function readShort(documentId: string): Promise<PolicyDocument | null> {
  const pages = (await loadWords([documentId])).get(documentId) ?? [];
  const words = pages.reduce((sum, page) => sum + page.words.length, 0);
  return words === 0 || words > mostWords ? null : { id: documentId, pages };
}

/** What is stored, or else what is predicted now and stored. Of two predictions at once the first stays. */
async function storedOrPredicted(
  { projectId, documentId, mayPredict }: Question,
  read: () => Promise<PolicyPrediction | undefined>,
  predict: (document: PolicyDocument) => Promise<void>,
): Promise<PolicyPrediction | undefined> {
  const stored = await read();
  if (stored || !mayPredict) return stored;
  // Nobody read ahead: those behind it may lack suggestions too.
  await ringPreLabels(projectId);
  const document = await readShort(documentId);
  if (!document) return undefined;
  await predict(document);
  return read();
}

async function fromPreLabels(question: Question, model: PreLabelModelRow): Promise<Suggestions | null> {
  const { documentId } = question;
  const found = await storedOrPredicted(
    question,
    async () => (await readPreLabels(model.id, [documentId])).get(documentId),
    async (document) => insertPreLabel(model.id, documentId, predictRecord(await openPolicy(preLabelFile(model), model.hash), document)),
  );
  return found ? { ...found, model: describePreLabelModel(model) } : null;
}

/** Only policies of the embedded engine can be asked here; what other engines predict comes from their workers. */
async function fromCheckpoint(question: Question, checkpointId: string): Promise<Suggestions | null> {
  const checkpoint = await findSuggestingCheckpoint(question.projectId, checkpointId);
  if (!checkpoint) return null;
  const { documentId } = question;
  const manifest = manifestSchema.safeParse(checkpoint.manifest);
  const file = manifest.data?.files.find(({ name }) => name === 'policy.bin');
  const found = await storedOrPredicted(
    { ...question, mayPredict: question.mayPredict && checkpoint.engine === 'embedded' && checkpoint.problem === null && file !== undefined },
    async () => (await findPredictions(checkpointId, [documentId]))[0],
    async (document) => {
      if (!file) return;
      const policy = await openPolicy(`${checkpoint.storagePrefix}/${file.name}`, file.sha256);
      await insertPrediction(checkpointId, documentId, predictRecord(policy, document));
    },
  );
  return found ? { record: found.record, evidence: found.evidence, confidence: found.confidence, model: describeCheckpoint(checkpoint) } : null;
}

/**
 * What a model of the project suggests for the document: the one that suggests
 * now, or the next best that has something to say. A broken model costs its
 * suggestions, never the page.
 */
export async function suggestFor(question: Question): Promise<Suggestions | null> {
  const { order, preLabelModel } = await loadSuggesters(question.projectId);
  for (const { kind, id } of order) {
    try {
      const found = kind === 'checkpoint' ? await fromCheckpoint(question, id) : preLabelModel && (await fromPreLabels(question, preLabelModel));
      if (found) return found;
    } catch (error) {
      log().error({ projectId: question.projectId, model: id, err: error }, 'a model could not be asked for suggestions');
    }
  }
  const last = await findLastPredicting(question.projectId, question.documentId);
  return last ? fromCheckpoint({ ...question, mayPredict: false }, last) : null;
}
