import { scoreRecord, scoringVersion } from '@/lib/core/scoring';
import type { DbTransaction } from '../db/client';
import { readAnnotationContent, readGoldOf } from '../repositories/annotation';
import { recordHoneypotScore } from '../repositories/honeypot';

interface Answer {
  readonly documentId: string;
  readonly annotatorId: string;
  readonly annotationId: string;
  readonly answeredAt: Date;
}

/** Scores a honeypot's answer against the gold of the document and keeps the counts; gold stays as it is. */
export async function scoreHoneypot(tx: DbTransaction, { annotationId, ...at }: Answer): Promise<void> {
  const gold = await readGoldOf(at.documentId, tx);
  if (!gold) return;
  const answer = await readAnnotationContent(annotationId, tx);
  const score = scoreRecord({ gold: gold.content.record, prediction: answer.content.record, schema: gold.schemaVersion.schema });
  const counts =
    score.kind === 'scored'
      ? { matched: score.matched, predicted: score.predicted, gold: score.gold, unscorable: null }
      : { matched: null, predicted: null, gold: null, unscorable: score.reason };
  await recordHoneypotScore(tx, at, { goldAnnotationId: gold.annotationId, scoringVersion, ...counts });
}
