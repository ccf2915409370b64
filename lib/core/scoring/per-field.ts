import { noLeaves, type LeafCounts } from './counts';
import { compareTrees } from './compare-trees';
import type { TreeNode } from './leaf-tree';
import type { Unscorable } from './prepare-records';
import { prepareComparison, scoreOfMatches, type RecordScoreInput, type ScoredRecord } from './score-record';

/** Leaf path (`indicators[].result`) → its counts; they add up to the record's. */
export type FieldCounts = Readonly<Record<string, LeafCounts>>;

export interface ScoredByField extends ScoredRecord {
  readonly fields: FieldCounts;
}

/** The counts of two trees by leaf path. */
function countFields(gold: TreeNode | null, predicted: TreeNode | null): FieldCounts {
  const sums = new Map<string, { -readonly [figure in keyof LeafCounts]: number }>();
  for (const leaf of compareTrees(gold, predicted)) {
    let sum = sums.get(leaf.path);
    if (!sum) sums.set(leaf.path, (sum = { ...noLeaves }));
    if (leaf.isMatch) sum.matched++;
    if (leaf.predicted) sum.predicted++;
    if (leaf.gold) sum.gold++;
  }
  return Object.fromEntries(sums);
}

const matchedIn = (fields: FieldCounts): number =>
  Object.values(fields).reduce((sum, { matched }) => sum + matched, 0);

/** What `scoreRecord` says, with the counts by leaf path; the rows are paired once for both. */
export function scoreRecordByField(input: RecordScoreInput): ScoredByField | Unscorable {
  const comparison = prepareComparison(input);
  if (comparison.kind === 'unscorable') return comparison;
  const fields = countFields(comparison.gold, comparison.predicted);
  return { ...scoreOfMatches(comparison, matchedIn(fields)), fields };
}
