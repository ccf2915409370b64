import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/core/round/canonical-json';
import { readSnapshot, writeSnapshot, type SnapshotDocument, type UnlabelledDocument } from '@/lib/core/round/dataset-snapshot';
import type { Json } from '@/lib/core/record/json';

const document = (id: string, gold: SnapshotDocument['gold']): SnapshotDocument => ({
  id,
  split: 'seed',
  rank: 0,
  pages: [{ page: 0, width: 100, height: 200, words: [{ text: 'HGB', box: [0.1, 0.1, 0.2, 0.2], confidence: 1, line: 0 }] }],
  gold,
  evidence: { '/name': [{ page: 0, box: [0, 0, 1, 1] }] },
});

describe('the dataset snapshot', () => {
  it('is the same text for the same data in any order of documents and keys', () => {
    const one = writeSnapshot([document('b', { x: '1', y: '2' }), document('a', {})]);
    const other = writeSnapshot([document('a', {}), document('b', { y: '2', x: '1' })]);
    expect(one).toBe(other);
  });

  it('keeps the order of selection, the seed set first', () => {
    const late = { ...document('a', {}), rank: 1 };
    const validation = { ...document('0', {}), split: 'validation' as const };
    const ids = readSnapshot(writeSnapshot([validation, late, document('b', {})])).map(({ id }) => id);
    expect(ids).toEqual(['b', 'a', '0']);
  });

  it('keeps gold as JSON text', () => {
    const [line] = writeSnapshot([document('a', { rows: [{ item: 'HGB' }] })]).split('\n');
    expect(JSON.parse(line ?? '')).toMatchObject({ gold: '{"rows":[{"item":"HGB"}]}' });
  });

  it('holds documents without gold, last, for a teacher to have read', () => {
    const bare: UnlabelledDocument = { id: '0', split: 'unlabelled', rank: 0, pages: document('0', {}).pages };
    const text = writeSnapshot([bare, document('a', {})]);
    expect(readSnapshot(text).map(({ id, split }) => [id, split])).toEqual([['a', 'seed'], ['0', 'unlabelled']]);
    expect(Object.keys(JSON.parse(text.split('\n')[1] ?? '') as object)).toEqual(['id', 'pages', 'rank', 'split']);
    expect(writeSnapshot(readSnapshot(text))).toBe(text);
  });

  it('reads back what was written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 4 }), fc.dictionary(fc.string(), fc.jsonValue()), (ids, gold) => {
        const documents = ids.map((id) => document(id, JSON.parse(JSON.stringify(gold)) as SnapshotDocument['gold']));
        const text = writeSnapshot(documents);
        expect(writeSnapshot(readSnapshot(text))).toBe(text);
      }),
    );
  });

  it('names the line at fault and none of its content', () => {
    expect(() => readSnapshot(`${writeSnapshot([document('a', {})])}{"id":"Ann Lee"}\n`)).toThrow(/^line 2 of the snapshot is not a document$/);
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of keys and means the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const clean = JSON.parse(JSON.stringify(value)) as Json;
        expect(JSON.parse(canonicalJson(clean))).toEqual(clean);
      }),
    );
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'é' }] })).toBe('{"a":[{"c":"é","d":null}],"b":1}');
  });
});
