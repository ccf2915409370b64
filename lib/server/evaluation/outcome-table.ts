import { alignCheckpoints } from '@/lib/core/evaluation/align-checkpoints';
import { addOutcomes, countOutcomes, noOutcomes, type OutcomeCounts } from '@/lib/core/evaluation/outcomes';
import type { HeldOut } from '@/lib/core/evaluation/held-out';
import { findPredictions } from '../repositories/prediction';
import { createBoundedMemory } from './bounded-memory';
import { goldHashOf } from './gold-hash';
import { loadHeldOutGold, type SchemaInUse } from './load-gold';

export interface DocumentOutcomes {
  readonly documentId: string;
  readonly name: string;
  readonly counts: OutcomeCounts;
}

export interface OutcomeTable {
  readonly total: OutcomeCounts;
  /** Most differences first, then by id: J and K walk down this order. */
  readonly documents: readonly DocumentOutcomes[];
}

interface Comparison {
  readonly projectId: string;
  readonly heldOut: HeldOut;
  readonly before: string;
  readonly after: string;
  readonly version: SchemaInUse;
}

/** Both checkpoints and the gold hash are in the key. */
const memory = createBoundedMemory<OutcomeTable>(64);

const differences = ({ counts }: DocumentOutcomes): number => counts.fixed + counts.broken;

/** What became of each document's leaves from one checkpoint to the other, against gold as it is now. */
export async function outcomeTable({ projectId, heldOut, before, after, version }: Comparison): Promise<OutcomeTable> {
  const gold = await loadHeldOutGold(projectId, heldOut, version);
  const key = [before, after, heldOut.split, heldOut.suite, goldHashOf(version, gold.documents)].join();
  const ids = gold.documents.map(({ id }) => id);
  const found = memory.get(key);
  if (found) return found;
  const [first, second] = await Promise.all([findPredictions(before, ids), findPredictions(after, ids)]);
  const firsts = new Map(first.map(({ documentId, record }) => [documentId, record]));
  const seconds = new Map(second.map(({ documentId, record }) => [documentId, record]));
  const documents = gold.documents.flatMap(({ id, name, gold: record }): DocumentOutcomes[] => {
    const [a, b] = [firsts.get(id), seconds.get(id)];
    const alignment = a && b ? alignCheckpoints(record, [a, b], version.schema) : null;
    return alignment?.kind === 'aligned' ? [{ documentId: id, name, counts: countOutcomes(alignment.leaves) }] : [];
  });
  const total = documents.reduce((sum, { counts }) => addOutcomes(sum, counts), noOutcomes);
  const ordered = documents.sort((a, b) => differences(b) - differences(a) || (a.documentId < b.documentId ? -1 : 1));
  const isWhole = documents.length === ids.length;
  const table = { total, documents: ordered };
  return isWhole ? memory.keep(key, table) : table;
}
