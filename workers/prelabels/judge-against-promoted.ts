import { isClearlyBetter } from '@/lib/core/prelabels/clearly-better';
import { loadGold } from '@/lib/server/evaluation/load-gold';
import { loadSuggesters } from '@/lib/server/prelabels/load-suggesters';
import { readPreLabels, writeJudgement } from '@/lib/server/repositories/pre-label-model';
import { findPredictions } from '@/lib/server/repositories/prediction';
import { findSchemaVersionById } from '@/lib/server/repositories/schema-version';
import type { Pause } from './give-way';
import { predictMissing } from './predict-missing';
import { scorePredictions } from './score-predictions';

/**
 * Compares the newest pre-label model with the promoted checkpoint on the
 * validation split, once for the two. Waits while the checkpoint has not
 * predicted all of it.
 */
export async function judgeAgainstPromoted(projectId: string, pause: Pause): Promise<void> {
  const { preLabelModel: model, promotedCheckpointId: promoted } = await loadSuggesters(projectId);
  if (!model || promoted === null || model.judgedCheckpointId === promoted) return;
  const version = await findSchemaVersionById(projectId, model.schemaVersionId);
  if (!version) return;
  const { documents } = await loadGold(projectId, ['validation'], version);
  const ids = documents.map(({ id }) => id);
  const theirs = new Map((await findPredictions(promoted, ids)).map(({ documentId, record }) => [documentId, record]));
  if (theirs.size < ids.length) return;
  await predictMissing(model, ids, pause);
  const own = await readPreLabels(model.id, ids);
  const before = await scorePredictions(documents, (id) => theirs.get(id), version.schema, pause);
  const after = await scorePredictions(documents, (id) => own.get(id)?.record, version.schema, pause);
  await writeJudgement(model.id, promoted, isClearlyBetter(before, after));
}
