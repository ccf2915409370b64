import { compareHeldOut, heldOutSplits, type HeldOut } from '@/lib/core/evaluation/held-out';
import { db } from '../db/client';

const isHeldOutSplit = (split: string): split is HeldOut['split'] => (heldOutSplits as readonly string[]).includes(split);

/** The held-out splits and transfer suites that have documents, with how many. */
export async function findHeldOut(projectId: string): Promise<readonly (HeldOut & { readonly documents: number })[]> {
  const rows = await db().document.groupBy({
    by: ['split', 'suite'],
    where: { projectId, split: { in: [...heldOutSplits] } },
    _count: true,
  });
  return rows
    .flatMap(({ split, suite, _count }) => (isHeldOutSplit(split) ? [{ split, suite: suite ?? '', documents: _count }] : []))
    .sort(compareHeldOut);
}
