import { isLabelled, readSnapshot } from '@/lib/core/round/dataset-snapshot';
import type { JsonObject } from '@/lib/core/record/json';
import { findSnapshotKey } from '../repositories/round';
import { storage } from '../storage/storage';

/** Gold of some documents as the round trained on it: it may have been corrected since. */
export async function loadSnapshotGold(snapshotHash: string | null, documentIds: readonly string[]): Promise<ReadonlyMap<string, JsonObject>> {
  const key = snapshotHash && (await findSnapshotKey(snapshotHash));
  if (!key || documentIds.length === 0) return new Map();
  const text = (await storage().read(key)).toString('utf8');
  // Only the lines asked for are parsed: each carries all words of its pages.
  const marks = documentIds.map((id) => `"id":${JSON.stringify(id)}`);
  const lines = text.split('\n').filter((line) => marks.some((mark) => line.includes(mark)));
  return new Map(readSnapshot(lines.join('\n')).filter(isLabelled).map(({ id, gold }) => [id, gold]));
}
