import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsAbsence, isAbsent, markAbsent } from '@/lib/core/annotation/absent';
import { applyOperation } from '@/lib/core/annotation/apply-operation';
import { carryProvenance } from '@/lib/core/annotation/carry-provenance';
import { checkContent } from '@/lib/core/annotation/check-content';
import { emptyContent, type AnnotationContent } from '@/lib/core/annotation/content';
import type { Suggestions } from '@/lib/core/annotation/contract';
import { addRow, clearField, fillField, typeText } from '@/lib/core/annotation/field-edits';
import { fieldsOf } from '@/lib/core/annotation/fields';
import { mergeRemote } from '@/lib/core/annotation/merge-remote';
import type { Operation } from '@/lib/core/annotation/operation';
import { markRestAbsent, notLookedAt, questionsOf } from '@/lib/core/annotation/questions';
import { openSuggestions } from '@/lib/core/annotation/suggestions';
import { writeGoldLine } from '@/lib/core/formats/gold-line';
import { migrateRecord } from '@/lib/core/schema/migrate-record';
import type { FieldSchema, LeafSchema, RecordSchema } from '@/lib/core/schema/types';
import { scoreRecord } from '@/lib/core/scoring';
import { bloodSchema, boxAt, threeRows } from './scenes';

const leaf = bloodSchema.properties.name as LeafSchema;
const list = bloodSchema.properties.indicators as FieldSchema;
const apply = (content: AnnotationContent, operation: Operation | null): AnnotationContent => {
  if (!operation) throw new Error('there is nothing to apply');
  return applyOperation(content, operation).content;
};
const absentName = apply(threeRows, markAbsent(threeRows, '/name', leaf));
const absentList = apply(emptyContent, markAbsent(emptyContent, '/indicators', list));

describe('absent', () => {
  it('is null with the word for it, and takes value and evidence away', () => {
    expect(absentName.record.name).toBeNull();
    expect(absentName.evidence).not.toHaveProperty('/name');
    expect(isAbsent(absentName, '/name')).toBe(true);
    expect(absentList).toEqual({ record: { indicators: [] }, evidence: {}, provenance: { '/indicators': 'absent' } });
  });

  it('takes rows that say nothing with it, and is not said of rows that say something', () => {
    const emptyRows: AnnotationContent = { ...emptyContent, record: { indicators: [{}, { item: '' }] } };
    expect(apply(emptyRows, markAbsent(emptyRows, '/indicators', list))).toEqual(absentList);
    expect(markAbsent(threeRows, '/indicators', list)).toBeNull();
  });

  it('gives way to any value', () => {
    expect(apply(absentName, typeText('/name', leaf, 'Bo')).provenance['/name']).toBe('typed');
    expect(apply(absentName, fillField('/name', leaf, { text: 'Bo', boxes: [boxAt(0.1)] })).provenance['/name']).toBe('words');
    expect(apply(absentName, clearField('/name')).provenance).not.toHaveProperty('/name');
  });

  it('goes from a list with its first row and comes back when that is undone', () => {
    const { content, inverse } = applyOperation(absentList, addRow('/indicators', (list as { items: FieldSchema }).items, 0));
    expect(isAbsent(content, '/indicators')).toBe(false);
    expect(applyOperation(content, inverse).content).toEqual(absentList);
  });

  it('can be stored, on a leaf and on a list, but not beside a value', () => {
    expect(checkContent(bloodSchema, absentName, 1)).toEqual([]);
    expect(checkContent(bloodSchema, absentList, 1)).toEqual([]);
    const pointersOf = (content: AnnotationContent) => checkContent(bloodSchema, content, 1).map(({ pointer }) => pointer);
    expect(pointersOf({ ...threeRows, provenance: { '/name': 'absent' } })).toEqual(['/name']);
    expect(pointersOf({ ...threeRows, provenance: { '/indicators': 'absent' } })).toEqual(['/indicators']);
    expect(pointersOf({ ...emptyContent, provenance: { '/age': 'absent' } })).toEqual(['/age']);
    expect(pointersOf({ ...emptyContent, record: { visit: {} }, provenance: { '/visit': 'absent' } })).toEqual(['/visit']);
  });

  it('closes the suggestion of a model', () => {
    const suggestions: Suggestions = {
      model: { kind: 'checkpoint', number: 1, title: null, labels: null }, record: { name: 'Ann', indicators: [{ item: 'HGB' }] }, evidence: {}, confidence: {},
    };
    expect(openSuggestions(bloodSchema, { ...absentName, record: { name: null } }, suggestions).leaves).toEqual({});
    expect(openSuggestions(bloodSchema, absentList, suggestions).lists).toEqual({});
  });
});

describe('questions of a document', () => {
  const items = (content: AnnotationContent) => fieldsOf(bloodSchema, content.record);

  it('are its leaves and lists; cells belong to their row', () => {
    expect(questionsOf(items(threeRows), threeRows).map(({ item, answer }) => [item.pointer, answer])).toEqual([
      ['/name', 'value'], ['/age', null], ['/visit/date', null], ['/visit/ward', null], ['/indicators', 'value'], ['/notes', null],
    ]);
  });

  it('are all answered once the rest is marked absent, in one step that can be undone', () => {
    const operation = markRestAbsent(items(threeRows), threeRows) as Operation;
    const { content, inverse } = applyOperation(threeRows, operation);
    expect(notLookedAt(items(content), content)).toEqual([]);
    expect(content.record).toMatchObject({ age: null, visit: { date: null, ward: null }, notes: [], name: 'Ann Lee' });
    expect(checkContent(bloodSchema, content, 1)).toEqual([]);
    expect(applyOperation(content, inverse).content).toEqual(threeRows);
    expect(markRestAbsent(items(content), content)).toBeNull();
  });

  it('stay open where a list has only rows that say nothing', () => {
    const content = { ...emptyContent, record: { indicators: [{}] } };
    expect(notLookedAt(items(content), content).map(({ pointer }) => pointer)).toContain('/indicators');
  });
});

describe('absent on its way', () => {
  const sides = [emptyContent, threeRows, absentName, absentList, apply(threeRows, clearField('/name'))];

  it('never meets a value when two sides are merged', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sides), fc.constantFrom(...sides), fc.constantFrom(...sides), (base, mine, theirs) => {
        const { content } = mergeRemote({ base, mine, theirs });
        for (const pointer of Object.keys(content.provenance)) {
          if (isAbsent(content, pointer)) expect(holdsAbsence(content, pointer)).toBe(true);
        }
      }),
    );
  });

  it('joins a change of the other side and is put to the person where both changed the leaf', () => {
    const aged = apply(threeRows, typeText('/age', bloodSchema.properties.age as LeafSchema, '41'));
    const merged = mergeRemote({ base: threeRows, mine: absentName, theirs: aged });
    expect(merged.conflicts).toEqual([]);
    expect(merged.content.record).toMatchObject({ name: null, age: 41 });
    expect(isAbsent(merged.content, '/name')).toBe(true);
    const named = apply(threeRows, typeText('/name', leaf, 'Bo'));
    expect(mergeRemote({ base: threeRows, mine: absentName, theirs: named }).conflicts.map(({ pointer }) => pointer)).toEqual(['/name']);
  });

  it('goes with its leaf or list to another schema version', () => {
    const renamed: RecordSchema = {
      type: 'object',
      properties: { patient: { type: 'string', 'x-phi': true }, values: list, age: { type: 'integer' } },
    };
    const before: RecordSchema = { type: 'object', properties: { name: leaf, indicators: list, age: { type: 'integer' } } };
    const record = { name: null, indicators: [], age: 4 };
    const input = { before, after: renamed, record, evidence: {} };
    const migrated = migrateRecord(input);
    const provenance = carryProvenance({ '/name': 'absent', '/indicators': 'absent', '/age': 'typed' }, input, migrated);
    expect(provenance['/age']).toBe('typed');
    const content = { ...migrated, provenance };
    expect(Object.entries(provenance).filter(([, source]) => source === 'absent').length).toBeGreaterThan(0);
    expect(checkContent(renamed, content, 1)).toEqual([]);
  });

  it('is dropped with a list that became a text', () => {
    const before: RecordSchema = { type: 'object', properties: { notes: { type: 'array', items: leaf } } };
    const after: RecordSchema = { type: 'object', properties: { notes: leaf } };
    const input = { before, after, record: { notes: [] }, evidence: {} };
    expect(carryProvenance({ '/notes': 'absent' }, input, migrateRecord(input))).toEqual({});
  });

  it('is exported as a null and its word', () => {
    const line = JSON.parse(writeGoldLine({
      documentId: 'd', name: 'd', kind: null, group: null, split: 'seed', suite: null, pageCount: 1, contentHash: 'h',
      content: absentName, origin: 'person', revision: 1, acceptedAt: null, schemaVersion: { number: 1, hash: 's' },
    })) as { gold: string; provenance: string };
    expect(JSON.parse(line.gold)).toMatchObject({ name: null });
    expect(JSON.parse(line.provenance)).toMatchObject({ '/name': 'absent' });
  });

  it('scores as no value at all', () => {
    const prediction = { name: 'Ann', age: 4, indicators: [{ item: 'HGB' }] };
    const scoreAgainst = (gold: object) => scoreRecord({ gold, prediction, schema: bloodSchema });
    expect(scoreAgainst({ name: null, indicators: [], age: 4 })).toEqual(scoreAgainst({ age: 4 }));
    expect(scoreAgainst({ age: 4 })).toMatchObject({ kind: 'scored', matched: 1, predicted: 3, gold: 1 });
  });
});
