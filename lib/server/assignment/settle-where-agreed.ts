import { allAgree } from '@/lib/core/assignment/all-agree';
import type { RecordSchema } from '@/lib/core/schema/types';
import type { DbTransaction } from '../db/client';
import { moveState, setGold, settleOthers } from '../repositories/annotation';
import { readHandedIn } from '../repositories/review';

/**
 * In a project without review: once all who were to label a document have, and
 * say the same, the first of them is gold. Where they differ it waits for a
 * reviewer all the same.
 */
export async function settleWhereAgreed(tx: DbTransaction, documentId: string, wanted: number, now: Date): Promise<void> {
  const sides = await readHandedIn(documentId, tx);
  const [first] = sides;
  if (!first || sides.length < wanted || sides.some(({ state }) => state !== 'submitted')) return;
  if (sides.some(({ schemaVersionId }) => schemaVersionId !== first.schemaVersionId)) return;
  const schema = first.schemaVersion.schema as unknown as RecordSchema;
  if (!allAgree(sides.map(({ content }) => content.record), schema)) return;
  if (!(await setGold(tx, documentId, first.id))) return;
  await moveState(tx, first.id, { states: ['submitted'] }, { state: 'accepted', reviewedAt: now });
  await settleOthers(tx, documentId, first.id, { reviewedAt: now });
}
