import type { LinkedRows, RowLink } from './link-rows';
import type { SharedPart } from './shared-parts';

interface Sides {
  readonly gold: Uint32Array;
  readonly predicted: Uint32Array;
}

/** Leaves of each row that some row still left on the other side holds as well; its inner lists count whole. */
function shareable({ leaves, goldInner, predictedInner }: LinkedRows, isLeft: Sides): Sides {
  const sizes = { gold: goldInner.slice(), predicted: predictedInner.slice() };
  const add = (rows: readonly number[], to: Uint32Array): void => {
    for (const row of rows) to[row] = (to[row] as number) + 1;
  };
  const isShared = ({ golds, predicted }: SharedPart): boolean =>
    golds.some((g) => isLeft.gold[g]) && predicted.some((p) => isLeft.predicted[p]);
  for (const part of leaves) {
    if (!isShared(part)) continue;
    add(part.golds, sizes.gold);
    add(part.predicted, sizes.predicted);
  }
  return sizes;
}

/**
 * Pairs rows that are equal in all that rows of the other side hold as well,
 * over and over: each pair can leave others with less that they could share.
 * Some best assignment holds such pairs, because |g| + |p| − 2·matched, of what
 * can be shared alone, is a distance, and by its triangle inequality undoing
 * (g, p′), (g′, p) for (g, p), (g′, p′) loses no leaf where g and p are at 0.
 * Dense tables of ties, where an assignment is slowest, go here.
 */
export function pairTwins(linked: LinkedRows): { readonly twins: RowLink[]; readonly rest: readonly RowLink[] } {
  const isLeft = {
    gold: new Uint32Array(linked.goldInner.length).fill(1),
    predicted: new Uint32Array(linked.predictedInner.length).fill(1),
  };
  const twins: RowLink[] = [];
  let rest = linked.links;
  for (let before = -1; before < twins.length; ) {
    before = twins.length;
    const { gold, predicted } = shareable(linked, isLeft);
    for (const link of rest) {
      const { g, p, matched } = link;
      if (matched !== gold[g] || matched !== predicted[p] || !isLeft.gold[g] || !isLeft.predicted[p]) continue;
      isLeft.gold[g] = isLeft.predicted[p] = 0;
      twins.push(link);
    }
    if (twins.length > before) rest = rest.filter(({ g, p }) => isLeft.gold[g] && isLeft.predicted[p]);
  }
  return { twins, rest };
}
