import type { JsonObject } from '../record/json';
import type { RecordSchema } from '../schema/types';
import { scoreRecord } from '../scoring';

/**
 * Whether all records say the same in every leaf, by the scorer's rules of
 * equality. Records that cannot be compared do not agree.
 */
export function allAgree(records: readonly JsonObject[], schema: RecordSchema): boolean {
  const [first, ...others] = records;
  return others.every((other) => {
    const score = scoreRecord({ gold: first, prediction: other, schema });
    return score.kind === 'scored' && score.matched === score.gold && score.matched === score.predicted;
  });
}
