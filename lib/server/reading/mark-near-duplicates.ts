import { groupNearDuplicates, textFingerprint } from '@/lib/core/sampling';
import { findLookAlikes, findPageWords, setNearDuplicate } from '../repositories/reading';

/** Bits in which first pages may differ to be compared by their text at all. */
const lookAlikeBits = 12;
const comparedAtMost = 40;
/** Bits within which two scans are the same image (`groupNearDuplicates`). */
const sameImageBits = 6;

/**
 * Marks a document that has just been read as a near duplicate of an earlier
 * one, or later ones as near duplicates of it. Looks alone do not decide: forms
 * filled in for two patients look alike.
 */
export async function markNearDuplicates(projectId: string, documentId: string): Promise<void> {
  const lookAlikes = await findLookAlikes(projectId, documentId, lookAlikeBits, comparedAtMost);
  if (lookAlikes.length < 2) return;
  const items = await Promise.all(
    lookAlikes.map(async ({ id, hash }) => ({ id, hash, words: textFingerprint(await findPageWords(id)) })),
  );
  items.sort((a, b) => (a.id < b.id ? -1 : 1));
  const groups = groupNearDuplicates(items, sameImageBits);
  const own = groups.find(({ keep, duplicates }) => keep === documentId || duplicates.some(({ id }) => id === documentId));
  for (const { id } of own?.duplicates ?? []) {
    const known = lookAlikes.find((lookAlike) => lookAlike.id === id)?.nearDuplicateOf ?? null;
    if (own && known === null) await setNearDuplicate(id, own.keep);
  }
}
