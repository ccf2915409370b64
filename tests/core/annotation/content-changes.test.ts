import { describe, expect, it } from 'vitest';
import { emptyContent, type AnnotationContent } from '@/lib/core/annotation/content';
import { contentChanges } from '@/lib/core/annotation/content-changes';
import { boxAt, threeRows } from './scenes';

const saying = (record: AnnotationContent['record'], provenance: AnnotationContent['provenance'] = {}): AnnotationContent => ({
  ...emptyContent, record, provenance,
});

describe('what a save changed', () => {
  it('is told leaf by leaf, with the old text, the new one and where it came from', () => {
    const changes = contentChanges(saying({ age: 41, visit: { ward: 'B' } }), saying({ age: 42, visit: {} }, { '/age': 'typed' }));
    expect(changes).toEqual([
      { kind: 'value', pointer: '/age', before: '41', after: '42', source: 'typed' },
      { kind: 'value', pointer: '/visit/ward', before: 'B', after: '', source: null },
    ]);
  });

  it('tells new rows with what stands in them', () => {
    const changes = contentChanges(saying({ rows: [{ item: 'HGB' }] }), saying({ rows: [{ item: 'HGB' }, { item: 'WBC' }] }));
    expect(changes).toEqual([
      { kind: 'rows', pointer: '/rows', before: '1', after: '2', source: null },
      { kind: 'value', pointer: '/rows/1/item', before: '', after: 'WBC', source: null },
    ]);
  });

  it('does not take rows that moved up for changed ones', () => {
    const { record } = threeRows;
    const fewer = { ...record, indicators: (record.indicators as AnnotationContent['record'][]).slice(1) };
    expect(contentChanges({ ...threeRows }, { ...threeRows, record: fewer })).toEqual([
      { kind: 'rows', pointer: '/indicators', before: '3', after: '2', source: null },
    ]);
  });

  it('tells boxes and absence where no value changed, and nothing where nothing did', () => {
    const boxed = { ...threeRows, evidence: { ...threeRows.evidence, '/name': [boxAt(0.1), boxAt(0.2)] } };
    expect(contentChanges(threeRows, boxed)).toEqual([{ kind: 'boxes', pointer: '/name', before: '1', after: '2', source: 'words' }]);
    const absent = contentChanges(saying({}), saying({ ward: null }, { '/ward': 'absent' }));
    expect(absent).toEqual([{ kind: 'source', pointer: '/ward', before: '', after: '', source: 'absent' }]);
    expect(contentChanges(threeRows, threeRows)).toEqual([]);
  });
});
