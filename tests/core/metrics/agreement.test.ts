import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement, type FieldAgreement } from '@/lib/core/metrics/agreement';
import type { RecordSchema } from '@/lib/core/schema/types';

const schema: RecordSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', 'x-match': 'text-ci' },
    sex: { type: 'string', enum: ['F', 'M'] },
    urgent: { type: 'boolean' },
    age: { type: 'number' },
    rows: {
      type: 'array',
      items: { type: 'object', properties: { item: { type: 'string' }, result: { type: 'string', 'x-match': 'number' } } },
    },
  },
};

function fieldsOf(...documents: (readonly unknown[])[]): Readonly<Record<string, FieldAgreement>> {
  const { fields, leftOut } = agreement({ documents, schema });
  expect(leftOut).toEqual([]);
  return Object.fromEntries(fields.map((field) => [field.path, field]));
}

describe('agreement between annotators', () => {
  it('stands for each field in the order of the schema, with nothing where nobody labelled', () => {
    const { fields } = agreement({ documents: [], schema });
    expect(fields.map(({ path }) => path)).toEqual(['name', 'sex', 'urgent', 'age', 'rows[].item', 'rows[].result']);
    expect(fields[0]).toEqual({ path: 'name', units: 0, shareEqual: null, interval: null, kappa: null, alpha: null, level: 'nominal' });
  });

  it('takes answers as equal by the match rule of the leaf', () => {
    const { name, age } = fieldsOf([{ name: 'ann', age: 41 }, { name: ' Ann', age: 41 }], [{ name: 'Bo', age: 7 }, { name: 'Bob', age: 8 }]);
    expect(name).toMatchObject({ units: 2, shareEqual: 0.5 });
    expect(name?.interval).toEqual({ low: 0, high: 1 });
    expect(age).toMatchObject({ units: 2, shareEqual: 0.5, level: 'interval' });
    // Values 41 41 7 8: Dₒ = 2·1/4, Dₑ from all twelve ordered pairs.
    const expected = (2 * (2 * 34 ** 2 + 2 * 33 ** 2 + 1)) / 12;
    expect(age?.alpha).toBeCloseTo(1 - 0.5 / expected, 12);
  });

  it("has Cohen's κ for choices of two annotators: the textbook's 50 proposals", () => {
    const said = (count: number, first: boolean, second: boolean) => Array.from({ length: count }, () => [{ urgent: first }, { urgent: second }]);
    const { urgent, name } = fieldsOf(...said(20, true, true), ...said(5, true, false), ...said(10, false, true), ...said(15, false, false));
    expect(urgent?.kappa).toBeCloseTo(0.4, 12);
    expect(urgent?.shareEqual).toBeCloseTo(0.7, 12);
    expect(name).toMatchObject({ shareEqual: 1, kappa: null, alpha: null });
  });

  it('has no κ for three annotators, but α', () => {
    const { sex } = fieldsOf([{ sex: 'F' }, { sex: 'F' }, { sex: 'M' }], [{ sex: 'M' }, { sex: 'M' }, undefined]);
    expect(sex).toMatchObject({ units: 2, shareEqual: 0.5, kappa: null });
    expect(sex?.alpha).toBeCloseTo(1 - (4 * 2) / 12, 12);
  });

  it('takes "nothing is there" for an answer, and a document that was not labelled for none', () => {
    const { name } = fieldsOf([{ name: 'Ann' }, {}], [{ name: 'Ann' }, undefined], [{}, { name: '' }]);
    expect(name).toMatchObject({ units: 2, shareEqual: 0.5 });
  });

  it('pairs rows as the scorer does, whatever their order', () => {
    const [hgb, wbc, plt] = [{ item: 'HGB', result: '13.5' }, { item: 'WBC', result: '6.1' }, { item: 'PLT', result: '250' }];
    const fields = fieldsOf([{ rows: [hgb, wbc] }, { rows: [plt, wbc, { ...hgb, result: '13.50' }] }]);
    expect(fields['rows[].result']).toMatchObject({ units: 3, shareEqual: 2 / 3, alpha: 1 });
    expect(fields['rows[].item']).toMatchObject({ units: 3, shareEqual: 2 / 3 });
  });

  it('pairs a row that the first annotator lacks among the others', () => {
    const row = { item: 'PLT', result: '250' };
    const fields = fieldsOf([{ rows: [] }, { rows: [row] }, undefined, { rows: [row] }]);
    expect(fields['rows[].item']).toMatchObject({ units: 1, shareEqual: 1 / 3 });
  });

  it('leaves out what is no number where it weighs sizes, and counts it as unequal', () => {
    const rows = (result: string) => ({ rows: [{ item: 'HGB', result }] });
    const fields = fieldsOf([rows('<0.5'), rows('0.5')], [rows('1'), rows('1')], [rows('3'), rows('3')]);
    expect(fields['rows[].result']).toMatchObject({ units: 3, shareEqual: 2 / 3, alpha: 1 });
  });

  it('names a record that cannot be compared and takes it as not labelled', () => {
    const { fields, leftOut } = agreement({ documents: [[{ name: 'A' }, { name: 'A' }], [{ name: 'A' }, { name: ['A'] }]], schema });
    expect(leftOut).toMatchObject([{ document: 1, annotator: 1 }]);
    expect(fields[0]).toMatchObject({ units: 1, shareEqual: 1 });
  });

  it('is full for equal records and the same for annotators in another order', () => {
    const record = fc.record({
      sex: fc.constantFrom('F', 'M', ''),
      rows: fc.uniqueArray(fc.record({ item: fc.constantFrom('a', 'b', 'c'), result: fc.constantFrom('1', '2') }), { selector: ({ item }) => item, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(record, record), { minLength: 1 }), (documents) => {
        for (const { shareEqual } of agreement({ documents: documents.map(([a]) => [a, a]), schema }).fields) expect(shareEqual ?? 1).toBe(1);
        const [one, other] = [fieldsOf(...documents), fieldsOf(...documents.map(([a, b]) => [b, a]))];
        expect(other['sex']).toEqual(one['sex']);
        for (const { kappa, alpha } of Object.values(one)) expect(Number.isNaN(kappa) || Number.isNaN(alpha)).toBe(false);
      }),
    );
  });
});
