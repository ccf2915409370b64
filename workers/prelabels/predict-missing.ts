import { predictRecord } from '@/lib/core/policy';
import { loadWords } from '@/lib/server/evaluation/load-words';
import { openPolicy, preLabelFile } from '@/lib/server/prelabels/policy-files';
import { findPreLabelled, insertPreLabel, type PreLabelModelRow } from '@/lib/server/repositories/pre-label-model';
import type { Pause } from './give-way';

/** Has the model read those of the documents that it has not read; what is there stays. */
export async function predictMissing(model: PreLabelModelRow, documentIds: readonly string[], pause: Pause): Promise<void> {
  const done = await findPreLabelled(model.id, documentIds);
  const missing = documentIds.filter((id) => !done.has(id));
  if (missing.length === 0) return;
  const policy = await openPolicy(preLabelFile(model), model.hash);
  for (const id of missing) {
    const pages = (await loadWords([id])).get(id) ?? [];
    await insertPreLabel(model.id, id, predictRecord(policy, { id, pages }));
    await pause();
  }
}
