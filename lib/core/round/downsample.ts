/**
 * At most `most` of the points, evenly spread, the last always among them: true
 * values, no averages, so that a spike shown is a spike that was.
 * @param most at least 2.
 */
export function downsample<T>(points: readonly T[], most: number): T[] {
  if (points.length <= most) return [...points];
  const stride = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, place) => points[Math.round(place * stride)] as T);
}
