import type { Random } from '../random';
import type { ConstraintTracker } from './constraints';
import { nearestLikeness, raiseTo, type Pool } from './pool';

/** Picks the best-placed open document until enough are picked; minima first where places run out. */
function pickInOrder(
  pool: Pool,
  rules: ConstraintTracker,
  count: number,
  next: (open: readonly number[]) => number | undefined,
): void {
  while (rules.picks.length < count) {
    const open = pool.documents.flatMap((_, index) => (rules.barrier(index) ? [] : [index]));
    const unreserved = open.filter((index) => !rules.takesReservedPlace(index));
    const chosen = next(unreserved.length > 0 ? unreserved : open);
    if (chosen === undefined) return;
    rules.add(chosen);
  }
}

/** Every open document with the same chance. */
export function pickAtRandom(pool: Pool, rules: ConstraintTracker, count: number, random: Random): void {
  const order = random.shuffle(pool.documents.map((_, index) => index));
  const lots = new Map(order.map((index, lot) => [index, lot]));
  pickInOrder(pool, rules, count, (open) =>
    open.reduce<number | undefined>(
      (best, index) => (best === undefined || (lots.get(index) ?? 0) < (lots.get(best) ?? 0) ? index : best),
      undefined,
    ),
  );
}

/**
 * Farthest first (Gonzalez 1985; "core-set" in Sener and Savarese 2018): each pick
 * is the document least like all picks so far, the first one drawn by the seed.
 * Kept to compare with: it picks outliers and is worse than chance below 50.
 */
export function pickByKCenter(pool: Pool, rules: ConstraintTracker, count: number, random: Random): void {
  const nearest = nearestLikeness(pool, pool.labelled);
  const lots = random.shuffle(pool.documents.map((_, index) => index));
  const before = (a: number, b: number): boolean =>
    nearest[a]! < nearest[b]! || (nearest[a]! === nearest[b]! && lots[a]! < lots[b]!);
  pickInOrder(pool, rules, count, (open) => {
    const [first, ...rest] = open;
    if (first === undefined) return undefined;
    const chosen = rest.reduce((best, index) => (before(index, best) ? index : best), first);
    raiseTo(nearest, pool.similarity.row(chosen));
    return chosen;
  });
}
