import type { Piece } from './line-segments';

interface Extent {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
interface Member extends Extent {
  readonly pieces: readonly Piece[];
}

export const extentOf = (boxes: readonly Extent[]): Extent => ({
  x0: Math.min(...boxes.map((box) => box.x0)),
  y0: Math.min(...boxes.map((box) => box.y0)),
  x1: Math.max(...boxes.map((box) => box.x1)),
  y1: Math.max(...boxes.map((box) => box.y1)),
});

/**
 * Groups the segments of a page into visual rows, top to bottom, each left to
 * right. A segment joins the row whose nearest member it overlaps most in
 * height, as long as it does not stand over or under a member.
 */
export function visualRows(
  segments: readonly (readonly Piece[])[],
): readonly (readonly (readonly Piece[])[])[] {
  const members: Member[] = segments
    .map((pieces) => ({ pieces, ...extentOf(pieces) }))
    .sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1 || a.x0 - b.x0);
  const rows: Member[][] = [];
  for (const member of members) {
    let best: Member[] | undefined;
    let bestOverlap = 0.5;
    for (const row of rows.slice(-6)) {
      const overlap = rowOverlap(row, member);
      if (overlap > bestOverlap) [best, bestOverlap] = [row, overlap];
    }
    if (best) best.push(member);
    else rows.push([member]);
  }
  return rows.map((row) => row.sort((a, b) => a.x0 - b.x0).map((member) => member.pieces));
}

/** Share of the smaller height in common with the horizontally nearest member. */
function rowOverlap(row: readonly Member[], segment: Member): number {
  let nearest: Member | undefined;
  let distance = Infinity;
  for (const other of row) {
    const gap = Math.max(other.x0 - segment.x1, segment.x0 - other.x1);
    const narrow = Math.min(other.x1 - other.x0, segment.x1 - segment.x0);
    if (gap < -0.3 * narrow) return 0;
    if (gap < distance) [nearest, distance] = [other, gap];
  }
  if (!nearest) return 0;
  const common = Math.min(nearest.y1, segment.y1) - Math.max(nearest.y0, segment.y0);
  const height = Math.min(nearest.y1 - nearest.y0, segment.y1 - segment.y0);
  return height > 0 ? common / height : 0;
}
