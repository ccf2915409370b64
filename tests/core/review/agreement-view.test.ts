import { describe, expect, it } from 'vitest';
import { agreementView, type LabelledDocument } from '@/lib/core/review/agreement-view';
import type { RecordSchema } from '@/lib/core/schema/types';

const schema: RecordSchema = {
  type: 'object',
  properties: { name: { type: 'string' }, sex: { type: 'string', enum: ['F', 'M'] } },
};
const names = new Map([['ann', 'Ann'], ['bob', 'Bob'], ['cid', 'Cid']]);
const by = (annotatorId: string, name: string, sex: string) => ({ annotatorId, record: { name, sex } });
const documents: readonly LabelledDocument[] = [
  { id: '1', sides: [by('ann', 'X', 'F'), by('bob', 'X', 'F')], gold: { name: 'X', sex: 'F' } },
  { id: '2', sides: [by('bob', 'Y', 'M'), by('ann', 'Z', 'M')], gold: { name: 'Y', sex: 'M' } },
  { id: '3', sides: [by('cid', 'W', 'F')], gold: null },
];

describe('how far annotators agree', () => {
  const view = agreementView({ documents, schema, names });

  it('is told by field, over the documents that several people labelled', () => {
    expect(view.documents).toBe(2);
    expect(view.fields).toMatchObject([
      { path: 'name', units: 2, shareEqual: 0.5, kappa: null },
      { path: 'sex', units: 2, shareEqual: 1, kappa: 1 },
    ]);
  });

  it('is told by pair, whoever handed in first', () => {
    expect(view.pairs).toMatchObject([{ names: ['Ann', 'Bob'], documents: 2, f1: 0.75 }]);
    const [pair] = view.pairs;
    expect(pair && pair.low <= pair.f1 && pair.f1 <= pair.high).toBe(true);
    expect(agreementView({ documents, schema, names, pair: ['ann', 'bob'] }).fields).toEqual(view.fields);
    expect(agreementView({ documents, schema, names, pair: ['ann', 'cid'] })).toMatchObject({ documents: 0, fields: [{ shareEqual: null }, {}] });
  });

  it('is told for each annotator with gold, where there is gold', () => {
    expect(view.annotators).toMatchObject([
      { name: 'Ann', handedIn: 2, withGold: { documents: 2, f1: 0.75 } },
      { name: 'Bob', handedIn: 2, withGold: { f1: 1 } },
      { name: 'Cid', handedIn: 1, withGold: null },
    ]);
  });

  it('is nothing where nobody labelled', () => {
    expect(agreementView({ documents: [], schema, names })).toMatchObject({ documents: 0, pairs: [], annotators: [], leftOut: 0 });
  });
});
