import { describe, expect, it } from 'vitest';
import {
  deserialisePolicy,
  deserialiseTrainingState,
  predictRecord,
  serialisePolicy,
  trainPolicy,
  type PolicyModel,
} from '@/lib/core/policy';
import { overlapArea } from '@/lib/core/geometry/box';
import { collapsedFields } from '@/lib/core/policy/collapse';
import { emptyModel } from '@/lib/core/policy/model/policy-model';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import { reports, reportSchema } from './fixtures/reports';

function trained(): PolicyModel {
  const recipe = embeddedRecipeSchema.parse({ engine: 'embedded', epochs: 0, warmStartDocuments: 25 });
  const training = trainPolicy({ schema: reportSchema, train: reports(0, 25), validation: [], recipe });
  let turn = training.next();
  while (!turn.done) turn = training.next();
  return turn.value.warmStart;
}
const model = trained();
const [document] = reports(300, 1);
if (!document) throw new Error('one report was asked for');

describe('predictRecord', () => {
  const prediction = predictRecord(model, document);

  it('reads scalars, numbers as numbers, paragraphs and rows', () => {
    expect(prediction.record).toEqual(document.gold);
    expect(typeof prediction.record.age).toBe('number');
  });

  it('says where each leaf stands and how sure it is', () => {
    const leaves = Object.keys(prediction.confidence).sort();
    expect(Object.keys(prediction.evidence).sort()).toEqual(leaves);
    expect(leaves).toContain('/results/1/value');
    expect(prediction.evidence['/findings']).toHaveLength(2);
    for (const leaf of leaves) {
      expect(prediction.confidence[leaf]).toBeGreaterThan(0);
      expect(prediction.confidence[leaf]).toBeLessThanOrEqual(1);
    }
    const [place] = prediction.evidence['/name'] ?? [];
    const words = document.pages[0]?.words.filter(({ box }) => place && overlapArea(box, place.box) > 0);
    expect(words?.map(({ text }) => text).join(' ')).toBe(document.gold.name);
  });

  it('reads the second page as the first', () => {
    const [page] = document.pages;
    if (!page) throw new Error('the report has a page');
    const pages = [{ ...page, page: 0, words: [] }, { ...page, page: 1 }];
    const { record, evidence } = predictRecord(model, { id: 'two pages', pages });
    expect(record).toEqual(document.gold);
    expect(evidence['/name']?.map((place) => place.page)).toEqual([1]);
  });
});

describe('a stored policy', () => {
  it('predicts exactly what it did before it was stored', () => {
    const again = deserialisePolicy(serialisePolicy(model));
    expect(again.schema).toEqual(reportSchema);
    for (const report of reports(300, 5)) {
      expect(predictRecord(again, report)).toEqual(predictRecord(model, report));
    }
  });

  it('is small', () => {
    expect(serialisePolicy(model).length).toBeLessThan(1_000_000);
  });

  it('is refused with a reason when it is garbage, cut off, changed, of another version or another thing', () => {
    const bytes = serialisePolicy(emptyModel(reportSchema));
    const changed = bytes.slice();
    changed[bytes.length - 5] = 77;
    const newer = bytes.slice();
    newer[7] = 9;
    expect(() => deserialisePolicy(new Uint8Array())).toThrow(/are no hundredfold-policy/u);
    expect(() => deserialisePolicy(new TextEncoder().encode('{"weights": [1, 2, 3]}'))).toThrow(/are no hundredfold-policy/u);
    expect(() => deserialisePolicy(bytes.slice(0, -100))).toThrow(/damaged/u);
    expect(() => deserialisePolicy(changed)).toThrow(/damaged/u);
    expect(() => deserialisePolicy(newer)).toThrow(/version 9/u);
    expect(() => deserialiseTrainingState(reportSchema, bytes)).toThrow(/are no hundredfold-training-state/u);
  });
});

describe('collapsedFields', () => {
  const { plan } = model.network;
  const gold = { name: 'Ada', results: [{ item: 'Iron' }] };
  const pairs = (predicted: object, count: number) => Array.from({ length: count }, () => ({ gold, predicted: { ...predicted } }));

  it('names what is never said although gold has it', () => {
    expect(collapsedFields(plan, pairs({ name: 'x', results: [] }, 3))).toEqual([{ path: 'results[]', expected: 3 }]);
    expect(collapsedFields(plan, [...pairs({}, 3), ...pairs({ name: 'x', results: [{ item: 'y' }] }, 1)])).toEqual([]);
  });

  it('makes nothing of one or two documents', () => {
    expect(collapsedFields(plan, pairs({}, 2))).toEqual([]);
  });
});
