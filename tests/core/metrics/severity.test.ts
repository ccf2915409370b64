import { describe, expect, it } from 'vitest';
import { leafSchemaAt, severityOf } from '@/lib/core/metrics/severity';
import { migrateRecord } from '@/lib/core/schema/migrate-record';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { promptFor } from '@/lib/core/schema/prompt';
import type { RecordSchema } from '@/lib/core/schema/types';
import { scoreRecordByField } from '@/lib/core/scoring';

const marked: RecordSchema = {
  type: 'object',
  properties: { a: { type: 'string', 'x-severity': 'minor' }, rows: { type: 'array', items: { type: 'object', properties: { b: { type: 'string' } } } } },
};
const plain: RecordSchema = { ...marked, properties: { ...marked.properties, a: { type: 'string' } } };

describe('the severity of a leaf', () => {
  it('is significant where nobody said otherwise', () => {
    expect(severityOf(leafSchemaAt(marked, ['a']))).toBe('minor');
    expect(severityOf(leafSchemaAt(marked, ['rows', 0, 'b']))).toBe('significant');
    expect(severityOf(leafSchemaAt(marked, ['constructor']))).toBe('significant');
    expect(severityOf(leafSchemaAt(undefined, ['a']))).toBe('significant');
  });

  it('finds no leaf in an object, a list, or beyond a leaf', () => {
    for (const segments of [[], ['rows'], ['rows', 0], ['a', 0], ['a', 'b']]) expect(leafSchemaAt(marked, segments)).toBeUndefined();
  });

  it('changes no score, no prompt and no record', () => {
    const [gold, prediction] = [{ a: 'x', rows: [{ b: '1' }] }, { a: 'y', rows: [{ b: '1' }] }];
    expect(scoreRecordByField({ gold, prediction, schema: marked })).toEqual(
      scoreRecordByField({ gold, prediction, schema: plain }),
    );
    expect(promptFor(marked, { think: true })).toBe(promptFor(plain, { think: true }));
    expect(migrateRecord({ before: plain, after: marked, record: gold, evidence: {} })).toMatchObject({ record: gold, aside: [], moved: [] });
  });

  it('of the medical report is minor for what harms nobody, significant for a result', () => {
    expect(severityOf(leafSchemaAt(medicalReportSchema, ['Others']))).toBe('minor');
    expect(severityOf(leafSchemaAt(medicalReportSchema, ['Indicators', 3, 'Result']))).toBe('significant');
  });
});
