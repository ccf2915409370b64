import { describe, expect, it } from 'vitest';
import { createSimilarity, projectToPlane, type Similarity } from '@/lib/core/sampling';
import { findKnee } from '@/lib/core/sampling/knee';
import { makeCorpus } from './corpus';

const similarityOf = (size: number): Similarity =>
  createSimilarity(makeCorpus({ size, seed: 1 }).flatMap(({ features }) => features ?? []));

describe('projectToPlane', () => {
  it('places each document within −1 and 1, the same for the same seed', () => {
    const similarity = similarityOf(200);
    const points = projectToPlane(similarity, { seed: 4 });
    expect(points).toHaveLength(200);
    expect(points.every(({ x, y }) => Math.abs(x) <= 1 && Math.abs(y) <= 1)).toBe(true);
    expect(projectToPlane(similarity, { seed: 4 })).toEqual(points);
  });

  it('keeps distances that fit a plane', () => {
    const angles = [0, 0.3, 0.7, 1.1, 1.5];
    const row = (i: number): Float32Array =>
      Float32Array.from(angles, (angle) => Math.cos(angle - (angles[i] ?? 0)));
    const points = projectToPlane(
      { size: angles.length, row, between: (a, b) => row(a)[b] ?? 0 },
      { seed: 1 },
    );
    const apart = (a: number, b: number): number =>
      Math.hypot((points[a]?.x ?? 0) - (points[b]?.x ?? 0), (points[a]?.y ?? 0) - (points[b]?.y ?? 0));
    const chord = (a: number, b: number): number => Math.sqrt(2 - 2 * (row(a)[b] ?? 0));
    const scale = apart(0, 4) / chord(0, 4);
    for (const [a, b] of [[0, 1], [1, 3], [2, 4]] as const) expect(apart(a, b)).toBeCloseTo(scale * chord(a, b), 3);
  });

  it.each([0, 1, 2])('has a place for a pool of %i', (size) => {
    expect(projectToPlane(similarityOf(size), { seed: 1 })).toHaveLength(size);
  });
});

describe('findKnee', () => {
  it('is where the curve bends, and nowhere on a straight line', () => {
    expect(findKnee([0, 0.4, 0.7, 0.8, 0.82, 0.84, 0.86])).toBe(2);
    expect(findKnee([0, 0.1, 0.2, 0.3, 0.4])).toBeNull();
    expect(findKnee([0.5, 0.9])).toBeNull();
  });
});
