import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreCompletion, scoreRecord } from '@/lib/core/scoring';
import type { RecordSchema } from '@/lib/core/schema/types';

/** Shared with the trainer: both languages must give these figures to 1e-9. */
interface Vector {
  readonly name: string;
  readonly gold: unknown;
  readonly schema?: RecordSchema;
  readonly alpha?: number;
  readonly requested?: readonly string[];
  readonly expect: Readonly<Record<string, number | boolean>>;
}
interface Vectors {
  readonly records: readonly (Vector & { readonly pred: unknown })[];
  readonly completions: readonly (Vector & { readonly completion: string; readonly think: boolean })[];
}

const vectors = JSON.parse(readFileSync(new URL('score-vectors.json', import.meta.url), 'utf8')) as Vectors;

function expectFigures(score: object, expected: Vector['expect']): void {
  expect(score).toMatchObject({ kind: 'scored' });
  const figures = score as Readonly<Record<string, unknown>>;
  for (const [name, value] of Object.entries(expected)) {
    if (typeof value === 'boolean') expect(figures[name], name).toBe(value);
    else expect(Math.abs(Number(figures[name]) - value), name).toBeLessThanOrEqual(1e-9);
  }
}

describe('records of the shared vectors', () => {
  it.each(vectors.records)('$name', ({ gold, pred, schema, alpha, requested, expect: expected }) => {
    expectFigures(scoreRecord({ gold, prediction: pred, schema, alpha, requested }), expected);
  });
});

describe('completions of the shared vectors', () => {
  it.each(vectors.completions)('$name', ({ gold, completion, think, schema, alpha, requested, expect: expected }) => {
    expectFigures(scoreCompletion({ completion, gold, think, schema, alpha, requested }), expected);
  });
});
