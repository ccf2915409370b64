import { comparePaired, type PairedComparison } from '@/lib/core/evaluation/paired-difference';
import { findDocumentCounts } from '../repositories/evaluation';
import { createBoundedMemory } from './bounded-memory';

/** Evaluations are immutable, so their ids name the comparison. */
const memory = createBoundedMemory<PairedComparison>(64);

const noComparison: PairedComparison = { documents: 0, difference: null, fields: [] };

/** The paired difference of two evaluations; an absent one shares no document with the other. */
export async function compareEvaluations(
  beforeId: string | undefined,
  afterId: string | undefined,
): Promise<PairedComparison> {
  if (!beforeId || !afterId) return noComparison;
  const key = `${beforeId} ${afterId}`;
  const found = memory.get(key);
  if (found) return found;
  const [before, after] = await Promise.all([findDocumentCounts(beforeId), findDocumentCounts(afterId)]);
  return memory.keep(key, comparePaired(before, after));
}
