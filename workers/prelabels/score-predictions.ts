import type { ValidationCounts } from '@/lib/core/prelabels/clearly-better';
import type { JsonObject } from '@/lib/core/record/json';
import type { RecordSchema } from '@/lib/core/schema/types';
import { scoreRecord } from '@/lib/core/scoring';
import type { GoldDocument } from '@/lib/server/evaluation/load-gold';
import type { Pause } from './give-way';

/** Counts of every document that has a prediction and can be scored. */
export async function scorePredictions(
  documents: readonly GoldDocument[],
  recordOf: (documentId: string) => JsonObject | undefined,
  schema: RecordSchema,
  pause: Pause,
): Promise<ValidationCounts[]> {
  const counts: ValidationCounts[] = [];
  for (const { id, gold } of documents) {
    const prediction = recordOf(id);
    if (prediction === undefined) continue;
    const score = scoreRecord({ gold, prediction, schema });
    if (score.kind === 'scored') counts.push({ documentId: id, matched: score.matched, predicted: score.predicted, gold: score.gold });
    await pause();
  }
  return counts;
}
