import TinyQueue from 'tinyqueue';
import type { Random } from '../random';
import type { ConstraintTracker } from './constraints';
import { nearestLikeness, raiseTo, type Pool } from './pool';

interface Bid {
  readonly index: number;
  /** Sum over the pool of how much nearer this pick would be. */
  readonly gain: number;
  /** Picks made when the gain was worked out: older ones are upper bounds. */
  readonly madeAfter: number;
  /** Breaks ties, by the seed. */
  readonly lot: number;
}

/** What picking `row`'s document adds to the sum of nearest likenesses. */
export function gainOf(row: Float32Array, nearest: Float32Array): number {
  let gain = 0;
  for (let i = 0; i < row.length; i++) if (row[i]! > nearest[i]!) gain += row[i]! - nearest[i]!;
  return gain;
}

/**
 * Maximises f(S) = Σ_i max_{j ∈ S} s_ij, the facility-location function, one pick
 * at a time. f is monotone and submodular, so that greedy reaches at least
 * 1 − 1/e of the best (Nemhauser, Wolsey and Fisher 1978), and a gain worked out
 * earlier is an upper bound of the same gain now: only the head of the queue
 * needs a new figure (Minoux 1978, "accelerated greedy"). Same picks as working
 * out every gain each time.
 */
export function pickByFacilityLocation(
  pool: Pool,
  rules: ConstraintTracker,
  count: number,
  random: Random,
): void {
  const nearest = nearestLikeness(pool, pool.labelled);
  const lots = random.shuffle(pool.documents.map((_, index) => index));
  const bid = (index: number): Bid => ({
    index,
    gain: gainOf(pool.similarity.row(index), nearest),
    madeAfter: rules.picks.length,
    lot: lots[index] ?? 0,
  });
  const open = pool.documents.flatMap((_, index) => (rules.barrier(index) ? [] : [bid(index)]));
  const queue = new TinyQueue(open, (a, b) => b.gain - a.gain || a.lot - b.lot);

  const pickFrom = (bids: TinyQueue<Bid>, held: Bid[] | null): void => {
    while (rules.picks.length < count) {
      const best = bids.pop();
      if (!best) return;
      if (rules.barrier(best.index)) continue;
      if (held && rules.takesReservedPlace(best.index)) held.push(best);
      else if (best.madeAfter < rules.picks.length) bids.push(bid(best.index));
      else {
        rules.add(best.index);
        raiseTo(nearest, pool.similarity.row(best.index));
      }
    }
  };
  const held: Bid[] = [];
  pickFrom(queue, held);
  pickFrom(new TinyQueue(held, (a, b) => b.gain - a.gain || a.lot - b.lot), null);
}
