import { describe, expect, it } from 'vitest';
import { checkRecordFits } from '@/lib/core/schema/fit-record';
import { phiPaths, redactPhi } from '@/lib/core/schema/phi';
import type { RecordSchema } from '@/lib/core/schema/types';

const schema: RecordSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', 'x-phi': true },
    kind: { type: 'string', enum: ['CT', 'MRI'] },
    pages: { type: 'integer' },
    weight: { type: 'number' },
    signed: { type: 'boolean' },
    rows: { type: 'array', items: { type: 'object', properties: { item: { type: 'string' } } } },
    tags: { type: 'array', items: { type: 'string', 'x-phi': true } },
  },
};
const codes = (record: unknown): readonly string[] =>
  checkRecordFits(schema, record).map(({ pointer, severity, code }) => `${severity} ${code} ${pointer}`);

describe('checkRecordFits', () => {
  it('takes missing keys, nulls and empty texts anywhere', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ name: null, pages: '', weight: null, rows: null, tags: [null, ''] })).toEqual([]);
  });

  it('calls a leaf for a list or an object, and the reverse, a fault of structure', () => {
    expect(codes([])).toEqual(['structure shape ']);
    expect(codes({ name: {}, rows: 'x', tags: {} })).toEqual([
      'structure shape /name',
      'structure shape /rows',
      'structure shape /tags',
    ]);
    expect(codes({ rows: ['x', { item: ['y'] }] })).toEqual(['structure shape /rows/0', 'structure shape /rows/1/item']);
  });

  it('calls unknown keys a fault of structure with its own code', () => {
    expect(codes({ ward: '3B', rows: [{ toString: 'x' }] })).toEqual([
      'structure unknown-key /ward',
      'structure unknown-key /rows/0/toString',
    ]);
  });

  it('calls types and choices what a person should look at', () => {
    expect(codes({ kind: 'XR', pages: 1.5, weight: '3', signed: 'yes', name: 7 })).toEqual([
      'type not-in-enum /kind',
      'type leaf-type /pages',
      'type leaf-type /weight',
      'type leaf-type /signed',
      'type leaf-type /name',
    ]);
  });

  it('never quotes a value', () => {
    const messages = JSON.stringify(checkRecordFits(schema, { name: ['s3cret'], kind: 's3cret', rows: 's3cret' }));
    expect(messages).not.toContain('s3cret');
  });
});

describe('redactPhi', () => {
  it('knows the marked paths', () => expect(phiPaths(schema)).toEqual(['name', 'tags[]']));

  it('hides marked leaves and what the schema does not describe, and leaves the rest', () => {
    const record = { name: 'Ann', kind: 'CT', tags: ['x', ''], rows: [{ item: 'WBC' }], old: { key: 'Bob' } };
    expect(redactPhi(schema, record)).toEqual({
      name: '[protected]',
      kind: 'CT',
      tags: ['[protected]', ''],
      rows: [{ item: 'WBC' }],
      old: { key: '[protected]' },
    });
    expect(redactPhi(schema, { name: { first: 'Ann' } })).toEqual({ name: { first: '[protected]' } });
  });
});
