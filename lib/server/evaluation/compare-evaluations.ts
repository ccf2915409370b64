import { overallDifference, type OverallDifference } from '@/lib/core/evaluation/overall-difference';
import { comparePaired, type PairedComparison } from '@/lib/core/evaluation/paired-difference';
import { findDocumentCounts } from '../repositories/evaluation';
import { createBoundedMemory } from './bounded-memory';

/** Evaluations are immutable, so their ids name the comparison. */
const comparisons = createBoundedMemory<PairedComparison>(64);
const differences = createBoundedMemory<OverallDifference | null>(256);

const noComparison: PairedComparison = { documents: 0, difference: null, fields: [] };

const loadBoth = (beforeId: string, afterId: string) =>
  Promise.all([findDocumentCounts(beforeId), findDocumentCounts(afterId)]);

/** The paired difference of two evaluations; an absent one shares no document with the other. */
export async function compareEvaluations(
  beforeId: string | undefined,
  afterId: string | undefined,
): Promise<PairedComparison> {
  if (!beforeId || !afterId) return noComparison;
  const key = `${beforeId} ${afterId}`;
  return comparisons.get(key) ?? comparisons.keep(key, comparePaired(...(await loadBoth(beforeId, afterId))));
}

/** The same over all leaves only, many times cheaper; null where either is absent or they share no document. */
export async function differenceOfEvaluations(
  beforeId: string | undefined,
  afterId: string | undefined,
): Promise<OverallDifference | null> {
  if (!beforeId || !afterId) return null;
  const key = `${beforeId} ${afterId}`;
  const found = differences.get(key);
  if (found !== undefined) return found;
  return differences.keep(key, overallDifference(...(await loadBoth(beforeId, afterId))));
}
