import { describe, expect, it } from 'vitest';
import { addCounts, ChangedWhileRead, microScore, scoreFiles } from '@/lib/core/scoring';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { scoreTexts, textLines } from '../../fixtures/score-texts';

const lines = (...objects: readonly unknown[]): string[] => objects.map((object) => JSON.stringify(object));

describe('microScore', () => {
  it('sums counts before it divides', () => {
    const score = microScore(addCounts({ matched: 1, predicted: 1, gold: 1 }, { matched: 0, predicted: 3, gold: 9 }));
    expect(score).toMatchObject({ matched: 1, predicted: 4, gold: 10, precision: 0.25, recall: 0.1 });
  });
});

describe('scoreFiles', () => {
  it('gives documents, micro, fields and what was left out', async () => {
    const gold = lines(
      { id: 'd1', record: { name: 'Ann', indicators: [{ result: '6.1' }] } },
      { id: 'd2', record: { name: 'Bob' }, requested: ['name'] },
      { id: 'd9', record: 'none' },
    );
    const predictions = lines(
      { id: 'd1', record: { name: 'Ann', indicators: [{ result: '6.1' }, { result: '9' }] } },
      { id: 'd7', record: {} },
    );
    expect(await scoreTexts(gold, predictions)).toEqual({
      documents: [
        { id: 'd1', matched: 2, predicted: 3, gold: 2, precision: 2 / 3, recall: 1, f1: 0.8, matching: expect.closeTo(5 / 6, 12) as number },
        { id: 'd2', matched: 0, predicted: 0, gold: 1, precision: 0, recall: 0, f1: 0, matching: 0 },
      ],
      micro: { matched: 2, predicted: 3, gold: 3, precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 },
      fields: {
        name: { matched: 1, predicted: 1, gold: 2 },
        'indicators[].result': { matched: 1, predicted: 2, gold: 1 },
      },
      unscorable: [
        { id: 'd7', line: 2, reason: 'prediction without gold' },
        { id: 'd9', line: 3, reason: 'gold record is not an object' },
      ],
      intervals: {
        resamples: 1000,
        seed: 2025,
        micro: { low: 0, high: 0.8 },
        fields: { name: { low: 0, high: 1 }, 'indicators[].result': { low: 2 / 3, high: 2 / 3 } },
      },
    });
  });

  it('gives format and reward with completions alone', async () => {
    const gold = lines({ id: 'd1', record: { a: '1' } }, { id: 'd2', record: { a: '1' } });
    const predictions = lines({ id: 'd1', completion: '<answer>{"a": "1"}</answer>' });
    const { documents: scores } = await scoreTexts(gold, predictions, { completions: true, think: false });
    expect(scores).toMatchObject([
      { id: 'd1', format: 1, reward: 2 },
      { id: 'd2', format: 0, reward: 0 },
    ]);
  });

  it('reports bad lines by file, number and reason, without quoting them, and goes on', async () => {
    const gold = ['', '{"id": "a", "record": {"x": "secret"', '[]', '{"record": {}}', ...lines({ id: 'b', record: {} }, { id: 'b', record: {} })];
    const predictions = ['{"id": "b", "record": {"x": 1e999}}', '{"id": "b"}'];
    const { documents: scores, unscorable } = await scoreTexts(gold, predictions);
    expect(scores).toMatchObject([{ id: 'b', f1: 1 }]);
    expect(unscorable).toEqual([
      { id: null, line: 2, reason: 'gold line is unusable: not JSON' },
      { id: null, line: 3, reason: 'gold line is not an object' },
      { id: null, line: 4, reason: 'gold line has no "id" text' },
      { id: 'b', line: 6, reason: 'gold line repeats an id; the first one counts' },
      { id: null, line: 1, reason: 'prediction line is unusable: a number is beyond a double' },
      { id: 'b', line: 2, reason: 'prediction line has no "record"' },
    ]);
  });

  it('leaves out gold that is at odds with its schema', async () => {
    const { documents: scores, unscorable } = await scoreTexts(lines({ id: 'a', record: { Indicators: {} } }), [], {
      schema: medicalReportSchema,
    });
    expect(scores).toEqual([]);
    expect(unscorable[0]?.reason).toContain('/Indicators');
  });

  it('leaves out a "requested" that is no list of keys', async () => {
    const { unscorable } = await scoreTexts(lines({ id: 'a', record: {}, requested: 'name' }), []);
    expect(unscorable[0]?.reason).toContain('requested');
  });

  it('gives no rates where nothing could be scored', async () => {
    const { micro, intervals } = await scoreTexts(lines({ id: 'a' }), []);
    expect(micro).toEqual({ matched: 0, predicted: 0, gold: 0, precision: null, recall: null, f1: null });
    expect(intervals).toMatchObject({ micro: null, fields: {} });
  });

  it('takes predictions in any order', async () => {
    const ids = ['a', 'b', 'c', 'd'];
    const gold = lines(...ids.map((id) => ({ id, record: { id } })));
    const predictions = lines(...ids.map((id, place) => ({ id, record: { id: place % 2 ? id : 'x' } })));
    expect(await scoreTexts(gold, predictions.toReversed())).toEqual(await scoreTexts(gold, predictions));
  });

  it('scores nothing from a file that changes meanwhile', async () => {
    const predictions = { ...textLines(lines({ id: 'a', record: {} })), read: () => '{"id": "b", "record": {}}' };
    const sink = { document: () => undefined, leftOut: () => undefined };
    await expect(scoreFiles(textLines(lines({ id: 'a', record: {} })), predictions, sink)).rejects.toThrow(ChangedWhileRead);
  });
});
