export type Point = readonly [x: number, y: number];
export type Quad = readonly [topLeft: Point, topRight: Point, bottomRight: Point, bottomLeft: Point];
/** Row-major 3 × 3 without its last entry, which is 1. */
export type Homography = readonly [
  number, number, number,
  number, number, number,
  number, number,
];

export function project(h: Homography, [x, y]: Point): Point {
  const w = h[6] * x + h[7] * y + 1;
  return [(h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w];
}

/**
 * The projection that takes the corners of one quad to those of another:
 * eight linear equations, by Gaussian elimination.
 * @throws RangeError where three corners lie on one line
 */
export function homographyBetween(from: Quad, to: Quad): Homography {
  const rows: number[][] = from.flatMap(([x, y], i) => {
    const [u, v] = to[i] as Point;
    return [
      [x, y, 1, 0, 0, 0, -x * u, -y * u, u],
      [0, 0, 0, x, y, 1, -x * v, -y * v, v],
    ];
  });
  for (let column = 0; column < 8; column++) {
    let best = column;
    for (let row = column + 1; row < 8; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
    }
    const [pivot, other] = [rows[best] as number[], rows[column] as number[]];
    const head = pivot[column] as number;
    if (Math.abs(head) < 1e-12) throw new RangeError('three corners of the quad lie on one line');
    [rows[column], rows[best]] = [pivot, other];
    rows.forEach((row, i) => {
      if (i === column) return;
      const factor = (row[column] as number) / head;
      if (factor !== 0) pivot.forEach((value, k) => (row[k] = (row[k] as number) - factor * value));
    });
  }
  return rows.map((row, i) => (row[8] as number) / (row[i] as number)) as unknown as Homography;
}
