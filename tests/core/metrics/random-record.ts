import fc from 'fast-check';
import type { Json } from '@/lib/core/record/json';

const text = fc.oneof(
  fc.constantFrom('HGB', 'HBG', 'WBC', '13.5', '18.5', 'g/dL', 'Chẩn đoán', '血红蛋白', '😀😀', '-0.5', '0.5'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const leaf = fc.oneof({ weight: 6, arbitrary: text }, fc.integer({ min: -9, max: 99 }), fc.boolean(), fc.constantFrom(null, '', ' '));
const row = fc.dictionary(fc.constantFrom('item', 'result', 'unit', 'flag'), leaf);
const field = fc.oneof(leaf, fc.array(row, { maxLength: 5 }), fc.array(leaf, { maxLength: 4 }), row);

/** Records like those that models return: texts, numbers, blanks, objects and tables. */
export const record: fc.Arbitrary<{ readonly [key: string]: Json }> = fc.dictionary(
  fc.constantFrom('name', 'date', 'rows', 'drugs', 'patient', '姓名'),
  field,
  { maxKeys: 5 },
);

/** Rows that all have something to say, in two orders. */
export const shuffledTable: fc.Arbitrary<readonly [readonly Json[], readonly Json[]]> = fc
  .array(fc.record({ item: text, result: text }, { requiredKeys: ['item'] }), { minLength: 1, maxLength: 6 })
  .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })));
