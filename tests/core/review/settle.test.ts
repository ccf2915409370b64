import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import type { PageBox } from '@/lib/core/geometry/box';
import { leavesOf } from '@/lib/core/record/pointer';
import { pairSides } from '@/lib/core/review/pair-sides';
import { settle, strayChoices, type Choices } from '@/lib/core/review/settle';
import type { RecordSchema } from '@/lib/core/schema/types';
import { scoreRecord } from '@/lib/core/scoring';

const schema: RecordSchema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    age: { type: 'integer' },
    patient: { type: 'object', properties: { ward: { type: 'string' } } },
    rows: { type: 'array', items: { type: 'object', properties: { item: { type: 'string' }, result: { type: 'string' } } } },
  },
};
const plain = (record: AnnotationContent['record']): AnnotationContent => ({ record, evidence: {}, provenance: {} });
const linesOf = (left: AnnotationContent['record'], right: AnnotationContent['record']) => {
  const pairing = pairSides(left, right, schema);
  return pairing.kind === 'paired' ? pairing.lines : [];
};
const settled = (left: AnnotationContent, right: AnnotationContent, choices: Choices): AnnotationContent => {
  const settlement = settle({ left, right, schema, choices });
  if (settlement.kind !== 'settled') throw new Error(settlement.kind);
  return settlement.content;
};
const box = (x: number) => [{ page: 0, box: [x, 0, x + 0.1, 0.1] as unknown as PageBox }];

const left = { age: 41, name: 'Ann', rows: [{ item: 'HGB', result: '13.5' }, { item: 'WBC', result: '6.1' }] };
const right = { name: 'Ann', rows: [{ item: 'PLT', result: '200' }, { item: 'WBC', result: '6.7' }, { item: 'HGB', result: '13.5' }] };

describe('two annotations side by side', () => {
  it('stand in the order of the schema, rows paired as the scorer pairs them', () => {
    const lines = linesOf(left, right).map((line) => [line.place, line.left?.pointer ?? null, line.right?.pointer ?? null, line.isEqual]);
    expect(lines).toEqual([
      ['/name', '/name', '/name', true],
      ['/age', '/age', null, false],
      ['/rows/0/item', null, '/rows/0/item', false],
      ['/rows/0/result', null, '/rows/0/result', false],
      ['/rows/1/item', '/rows/0/item', '/rows/2/item', true],
      ['/rows/1/result', '/rows/0/result', '/rows/2/result', true],
      ['/rows/2/item', '/rows/1/item', '/rows/1/item', true],
      ['/rows/2/result', '/rows/1/result', '/rows/1/result', false],
    ]);
  });

  it('are equal by the rule of each leaf, not by their type', () => {
    expect(linesOf({ age: 41 }, { age: '41' })).toMatchObject([{ isEqual: true }]);
  });

  it('cannot be shown where one is at odds with the schema', () => {
    expect(pairSides({ rows: 'none' }, {}, schema)).toMatchObject({ kind: 'unscorable' });
  });
});

describe('settling two annotations', () => {
  const all = (take: 'left' | 'right'): Choices =>
    Object.fromEntries(linesOf(left, right).filter(({ isEqual }) => !isEqual).map(({ place }) => [place, { take }]));

  it('says what is undecided instead of guessing', () => {
    expect(settle({ left: plain(left), right: plain(right), schema, choices: { '/age': { take: 'left' } } })).toEqual({
      kind: 'undecided', places: ['/rows/0/item', '/rows/0/result', '/rows/2/result'],
    });
  });

  it('gives a side’s record where all is taken from it', () => {
    expect(settled(plain(left), plain(right), all('left')).record).toEqual({ name: 'Ann', age: 41, rows: left.rows });
    expect(settled(plain(left), plain(right), all('right')).record).toEqual({
      name: 'Ann', rows: [right.rows[0], { item: 'HGB', result: '13.5' }, { item: 'WBC', result: '6.7' }],
    });
  });

  it('takes evidence and provenance with the leaf from its side, to where it stands now', () => {
    const a: AnnotationContent = { record: left, evidence: { '/rows/1/result': box(0.1), '/name': box(0.2) }, provenance: { '/rows/1/result': 'typed', '/name': 'words' } };
    const b: AnnotationContent = { record: right, evidence: { '/rows/1/result': box(0.5), '/rows/0/item': box(0.6) }, provenance: { '/rows/1/result': 'words', '/rows/0/item': 'model' } };
    expect(settled(a, b, all('right'))).toMatchObject({
      evidence: { '/name': box(0.2), '/rows/2/result': box(0.5), '/rows/0/item': box(0.6) },
      provenance: { '/name': 'words', '/rows/2/result': 'words', '/rows/0/item': 'model' },
    });
    // Left: the row of the right alone is gone, so the rows move up.
    expect(settled(a, b, all('left'))).toMatchObject({
      evidence: { '/name': box(0.2), '/rows/1/result': box(0.1) }, provenance: { '/rows/1/result': 'typed' },
    });
  });

  it('takes a value of the reviewer’s own as typed, standing where a side has it', () => {
    const b: AnnotationContent = { record: right, evidence: { '/rows/1/result': box(0.5) }, provenance: {} };
    const content = settled(plain(left), b, { ...all('left'), '/rows/2/result': { take: 'own', value: '6.4' } });
    expect(content.record).toMatchObject({ rows: [{}, { item: 'WBC', result: '6.4' }] });
    expect(content.evidence).toEqual({ '/rows/1/result': box(0.5) });
    expect(content.provenance).toEqual({ '/rows/1/result': 'typed' });
  });

  it('leaves out a leaf that the reviewer empties', () => {
    const content = settled(plain(left), plain(right), { ...all('left'), '/name': { take: 'own', value: null } });
    expect(content).toMatchObject({ record: { name: null }, provenance: { '/name': 'absent' } });
  });

  it('keeps what a side said to be absent, unless the other side’s value is taken', () => {
    const a: AnnotationContent = {
      record: { name: null, age: 41, patient: { ward: null }, rows: [] }, evidence: {}, provenance: { '/name': 'absent', '/rows': 'absent', '/patient/ward': 'absent' },
    };
    const b = plain({ name: 'Ann', age: 41, rows: [{ item: 'HGB' }] });
    const choose = (name: 'left' | 'right', rows: 'left' | 'right'): Choices => ({ '/name': { take: name }, '/rows/0/item': { take: rows } });
    expect(settled(a, b, choose('left', 'left'))).toEqual({
      record: { name: null, age: 41, patient: { ward: null }, rows: [] }, evidence: {}, provenance: a.provenance,
    });
    expect(settled(a, b, choose('right', 'right'))).toEqual({
      record: { name: 'Ann', age: 41, patient: { ward: null }, rows: [{ item: 'HGB' }] }, evidence: {}, provenance: { '/patient/ward': 'absent' },
    });
  });

  it('keeps "absent" inside a row where the row stands now, and makes no row of it alone', () => {
    const absent = { '/rows/0/result': 'absent' } as const;
    const a: AnnotationContent = { record: { rows: [{ item: 'WBC', result: null }] }, evidence: {}, provenance: absent };
    const b = plain({ rows: [{ item: 'PLT', result: '200' }, { item: 'WBC' }] });
    const both: Choices = { '/rows/0/item': { take: 'right' }, '/rows/0/result': { take: 'right' } };
    expect(settled(a, b, both)).toMatchObject({ record: { rows: [{ item: 'PLT' }, { item: 'WBC', result: null }] }, provenance: { '/rows/1/result': 'absent' } });
    const gone = plain({ rows: [{ item: 'PLT' }] });
    expect(settled(a, gone, { '/rows/0/item': { take: 'right' }, '/rows/1/item': { take: 'right' } })).toEqual({
      record: { rows: [{ item: 'PLT' }] }, evidence: {}, provenance: {},
    });
  });

  it('knows a choice for a line that is not there', () => {
    expect(strayChoices(left, right, schema, { '/age': { take: 'left' }, '/rows/7/item': { take: 'left' } })).toEqual(['/rows/7/item']);
  });

  const anyRecord = fc.record(
    {
      name: fc.constantFrom('Ann', 'Bob'),
      age: fc.constantFrom(40, 41),
      patient: fc.record({ ward: fc.constantFrom('3', '4') }, { requiredKeys: [] }),
      rows: fc.array(fc.record({ item: fc.constantFrom('HGB', 'WBC', 'PLT'), result: fc.constantFrom('1', '2', '3') }, { requiredKeys: [] }), { maxLength: 4 }),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<AnnotationContent['record']>;
  const equalBy = (gold: unknown, prediction: unknown): boolean => {
    const score = scoreRecord({ gold, prediction, schema });
    return score.kind === 'scored' && score.matched === score.gold && score.matched === score.predicted;
  };

  it('taking one side everywhere is that side to the scorer, whatever the two say', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (a, b) => {
        const choose = (take: 'left' | 'right'): Choices => Object.fromEntries(linesOf(a, b).map(({ place }) => [place, { take }]));
        expect(equalBy(a, settled(plain(a), plain(b), choose('left')).record)).toBe(true);
        expect(equalBy(b, settled(plain(a), plain(b), choose('right')).record)).toBe(true);
      }),
    );
  });

  it('shows every answered leaf of both sides once', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (a, b) => {
        const lines = linesOf(a, b);
        const answered = (record: AnnotationContent['record']) => leavesOf(record).map(({ pointer }) => pointer).toSorted();
        expect(lines.flatMap((line) => line.left?.pointer ?? []).toSorted()).toEqual(answered(a));
        expect(lines.flatMap((line) => line.right?.pointer ?? []).toSorted()).toEqual(answered(b));
        expect(new Set(lines.map(({ place }) => place)).size).toBe(lines.length);
      }),
    );
  });
});
