import { createRandom, type Random } from '../random';
import type { Similarity } from './similarity';

/** A document on the map, both −1 to 1. */
export interface PlanePoint {
  readonly x: number;
  readonly y: number;
}

const maxLandmarks = 128;
const powerSteps = 60;

/** Squared distance of two unit vectors with this cosine. */
const squaredDistance = (likeness: number): number => 2 - 2 * likeness;

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** `vector` at length 1, the parts along `found` (each of length 1) taken out. */
function orthonormal(vector: readonly number[], found: readonly (readonly number[])[]): readonly number[] {
  const rest = found.reduce<readonly number[]>((left, known) => {
    const along = dot(left, known);
    return left.map((value, i) => value - along * (known[i] ?? 0));
  }, vector);
  const length = Math.sqrt(dot(rest, rest)) || 1;
  return rest.map((value) => value / length);
}

/** The largest eigenpair of a symmetric matrix beside `found`, by power iteration. */
function leadingEigenpair(
  matrix: readonly (readonly number[])[],
  found: readonly (readonly number[])[],
  random: Random,
): { readonly value: number; readonly vector: readonly number[] } {
  const times = (vector: readonly number[]): readonly number[] => matrix.map((row) => dot(row, vector));
  let vector = orthonormal(matrix.map(() => random.normal()), found);
  for (let step = 0; step < powerSteps; step++) vector = orthonormal(times(vector), found);
  return { value: dot(vector, times(vector)), vector };
}

/**
 * A map of the corpus: alike documents near one another. Landmark MDS (de Silva
 * and Tenenbaum 2004): classical scaling of up to 128 documents drawn by the
 * seed, the others placed by their distances to those. Two dimensions of many:
 * far apart on the map is unlike, near one another is only likely alike.
 *
 * @returns one point for each document of `similarity`, in its order.
 */
export function projectToPlane(similarity: Similarity, options: { readonly seed: number }): PlanePoint[] {
  const random = createRandom(options.seed);
  const everyone = Array.from({ length: similarity.size }, (_, index) => index);
  const landmarks = random.shuffle(everyone).slice(0, maxLandmarks).sort((a, b) => a - b);
  if (landmarks.length < 2) return everyone.map(() => ({ x: 0, y: 0 }));
  const rows = landmarks.map((landmark) => similarity.row(landmark));

  const squares = rows.map((row) => landmarks.map((other) => squaredDistance(row[other] ?? 0)));
  const means = squares.map((row) => row.reduce((sum, d) => sum + d, 0) / row.length);
  const grandMean = means.reduce((sum, m) => sum + m, 0) / means.length;
  const centred = squares.map((row, i) =>
    row.map((d, j) => -0.5 * (d - (means[i] ?? 0) - (means[j] ?? 0) + grandMean)),
  );

  const axes: (readonly number[])[] = [];
  const scales: number[] = [];
  for (let axis = 0; axis < 2; axis++) {
    const { value, vector } = leadingEigenpair(centred, axes, random);
    axes.push(vector);
    scales.push(value > 1e-9 ? 1 / Math.sqrt(value) : 0);
  }
  const place = (document: number, axis: number): number => {
    const vector = axes[axis] ?? [];
    let sum = 0;
    for (let l = 0; l < rows.length; l++) {
      sum += (vector[l] ?? 0) * (squaredDistance(rows[l]?.[document] ?? 0) - (means[l] ?? 0));
    }
    return -0.5 * (scales[axis] ?? 0) * sum;
  };
  const placed = everyone.map((document) => ({ x: place(document, 0), y: place(document, 1) }));
  const widest = placed.reduce((most, { x, y }) => Math.max(most, Math.abs(x), Math.abs(y)), 0) || 1;
  return placed.map(({ x, y }) => ({ x: x / widest, y: y / widest }));
}
