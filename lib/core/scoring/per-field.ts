import { addCounts, noLeaves, type LeafCounts } from './counts';
import { compareTrees } from './compare-trees';
import { prepareGold, preparePrediction, type Unscorable } from './prepare-records';
import type { RecordScoreInput } from './score-record';

/** Leaf path (`indicators[].result`) → its counts; they add up to the record's. */
export type FieldCounts = Readonly<Record<string, LeafCounts>>;

export type FieldScore = { readonly kind: 'scored'; readonly fields: FieldCounts } | Unscorable;

function addTo(sums: Map<string, LeafCounts>, path: string, counts: LeafCounts): void {
  sums.set(path, addCounts(sums.get(path) ?? noLeaves, counts));
}

/** The counts of one document by leaf path. */
export function fieldCounts(input: Omit<RecordScoreInput, 'alpha'>): FieldScore {
  const gold = prepareGold(input.gold, input.schema, input.requested);
  if (gold.kind === 'unscorable') return gold;
  const prediction = preparePrediction(input.prediction, input.schema);
  if (prediction.kind === 'unscorable') return prediction;
  const sums = new Map<string, LeafCounts>();
  for (const leaf of compareTrees(gold.tree, prediction.tree))
    addTo(sums, leaf.path, {
      matched: leaf.isMatch ? 1 : 0,
      predicted: leaf.predicted ? 1 : 0,
      gold: leaf.gold ? 1 : 0,
    });
  return { kind: 'scored', fields: Object.fromEntries(sums) };
}

/** Several documents' counts added up by leaf path. */
export function addFieldCounts(documents: Iterable<FieldCounts>): FieldCounts {
  const sums = new Map<string, LeafCounts>();
  for (const fields of documents)
    for (const [path, counts] of Object.entries(fields)) addTo(sums, path, counts);
  return Object.fromEntries(sums);
}
