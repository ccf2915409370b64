import type { JsonObject } from '../record/json';
import type { RecordSchema } from '../schema/types';
import { fieldCounts, scoreRecord } from '../scoring';
import type { DocumentCounts } from './aggregate';

/** A document that has no score, and why: listed beside the figure, never a 0 in it. */
export interface UnscorableDocument {
  readonly documentId: string;
  readonly reason: string;
}

export type DocumentScore =
  | { readonly kind: 'scored'; readonly counts: DocumentCounts }
  | ({ readonly kind: 'unscorable' } & UnscorableDocument);

/** One prediction against gold, under the schema of the checkpoint. */
export function scoreDocument(
  documentId: string,
  gold: JsonObject,
  prediction: JsonObject,
  schema: RecordSchema,
): DocumentScore {
  const score = scoreRecord({ gold, prediction, schema });
  if (score.kind === 'unscorable') return { kind: 'unscorable', documentId, reason: score.reason };
  const byField = fieldCounts({ gold, prediction, schema });
  if (byField.kind === 'unscorable') return { kind: 'unscorable', documentId, reason: byField.reason };
  const { matched, predicted, gold: goldLeaves } = score;
  return { kind: 'scored', counts: { documentId, matched, predicted, gold: goldLeaves, fields: byField.fields } };
}
