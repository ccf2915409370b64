import fc from 'fast-check';
import { linearSumAssignment } from 'linear-sum-assignment';
import { expect, it } from 'vitest';
import { bestTotal } from '@/lib/core/scoring/best-total';

const matrices = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 9 }))
  .chain(([golds, predicted, largest]) =>
    fc.array(fc.array(fc.nat(largest), { minLength: predicted, maxLength: predicted }), { minLength: golds, maxLength: golds }),
  );

it('the best total of links is that of an assignment by the library', () => {
  fc.assert(
    fc.property(matrices, (weights) => {
      const links = weights.flatMap((row, g) => row.map((matched, p) => ({ g, p, matched })).filter(({ matched }) => matched > 0));
      const { rowAssignments } = linearSumAssignment(weights, { maximaze: true });
      const total = weights.reduce((sum, row, g) => sum + (row[rowAssignments[g] as number] ?? 0), 0);
      expect(bestTotal(links, weights.length, weights[0]?.length ?? 0)).toBe(total);
    }),
    { numRuns: 1000 },
  );
});
