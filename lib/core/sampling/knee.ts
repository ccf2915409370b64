/** How far below the chord a curve must bulge to be said to bend: a tenth of its height. */
const leastBend = 0.1;

/**
 * Where a rising curve flattens: the point farthest above the straight line from
 * its start to its end (Kneedle, Satopää et al. 2011, without smoothing).
 *
 * @param curve values at 0, 1, 2 … picks.
 * @returns number of picks; null for a straight or too short curve.
 */
export function findKnee(curve: readonly number[]): number | null {
  const start = curve[0] ?? 0;
  const rise = (curve.at(-1) ?? 0) - start;
  const steps = curve.length - 1;
  if (steps < 3 || rise <= 0) return null;
  let knee: number | null = null;
  let farthest = leastBend;
  curve.forEach((value, step) => {
    const above = (value - start) / rise - step / steps;
    if (above > farthest) {
      farthest = above;
      knee = step;
    }
  });
  return knee;
}
