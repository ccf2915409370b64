import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation } from '@/lib/core/annotation/apply-operation';
import { emptyContent, type AnnotationContent } from '@/lib/core/annotation/content';
import { addRow, clearField, extendField, fillField, moveRowBy, removeRowAt, typeText } from '@/lib/core/annotation/field-edits';
import { edit, emptyHistory, redo, sealHistory, undo } from '@/lib/core/annotation/history';
import { batch, type Operation } from '@/lib/core/annotation/operation';
import { anyOperation, bloodSchema, boxAt, isPossible, threeRows } from './scenes';

const text = { type: 'string' } as const;
const apply = (content: AnnotationContent, ...operations: readonly Operation[]) =>
  applyOperation(content, batch(...operations)).content;

describe('operations', () => {
  it('give back exactly what was there when their inverse is applied', () => {
    fc.assert(
      fc.property(fc.constantFrom(emptyContent, threeRows), fc.array(anyOperation, { maxLength: 12 }), (start, operations) => {
        let content = start;
        for (const operation of operations) {
          if (!isPossible(content, operation)) continue;
          const { content: changed, inverse } = applyOperation(content, operation);
          expect(applyOperation(changed, inverse).content).toEqual(content);
          content = changed;
        }
      }),
    );
  });

  it('leave their input as it was', () => {
    const before = structuredClone(threeRows);
    apply(threeRows, removeRowAt('/indicators', 0), clearField('/name'));
    expect(threeRows).toEqual(before);
  });

  it('let evidence and provenance follow a row that moves', () => {
    const moved = apply(threeRows, { kind: 'move-row', list: '/indicators', from: 1, to: 0 });
    expect(moved.record.indicators).toEqual([{ item: 'WBC', result: 6.1 }, { item: 'HGB' }, { item: 'PLT' }]);
    expect(moved.evidence['/indicators/0/result']).toEqual([boxAt(0.3)]);
    expect(moved.evidence['/indicators/1/item']).toEqual([boxAt(0.2)]);
    expect(moved.provenance['/indicators/0/result']).toBe('typed');
  });

  it('keep every mark beside its own value whatever rows do', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })), { maxLength: 8 }), (moves) => {
        const items = ['HGB', 'WBC', 'PLT', 'MCV'];
        let content: AnnotationContent = {
          record: { indicators: items.map((item) => ({ item })) },
          evidence: Object.fromEntries(items.map((_, index) => [`/indicators/${index}/item`, [boxAt(index / 10)]])),
          provenance: {},
        };
        for (const [from, to] of moves) content = apply(content, { kind: 'move-row', list: '/indicators', from, to });
        const rows = content.record.indicators as { item: string }[];
        rows.forEach(({ item }, index) =>
          expect(content.evidence[`/indicators/${index}/item`]).toEqual([boxAt(items.indexOf(item) / 10)]),
        );
      }),
    );
  });

  it('take the marks of a removed row away and bring them back on undo', () => {
    const { content, inverse } = applyOperation(threeRows, removeRowAt('/indicators', 1));
    expect(content.evidence).toEqual({ '/name': [boxAt(0.1)], '/indicators/0/item': [boxAt(0.2)], '/indicators/1/item': [boxAt(0.4)] });
    expect(applyOperation(content, inverse).content).toEqual(threeRows);
  });

  it('make a list with its first row and an empty leaf in a list of leaves', () => {
    expect(apply(emptyContent, addRow('/indicators', { type: 'object', properties: {} }, 0)).record).toEqual({ indicators: [{}] });
    expect(apply(emptyContent, addRow('/notes', text, 0)).record).toEqual({ notes: [null] });
  });

  it('refuse a row that is not there', () => {
    expect(() => apply(threeRows, removeRowAt('/indicators', 3))).toThrow(RangeError);
    expect(() => apply(threeRows, typeText('/indicators/3/item', text, 'x'))).toThrow(RangeError);
    expect(moveRowBy(threeRows, '/indicators', 0, -1)).toBeNull();
  });
});

describe('edits of a field', () => {
  const fill = { text: 'Ann Lee', boxes: [boxAt(0.5)] };

  it('set value, evidence and provenance together when words are taken', () => {
    expect(apply(emptyContent, fillField('/name', text, fill))).toEqual({
      record: { name: 'Ann Lee' },
      evidence: { '/name': [boxAt(0.5)] },
      provenance: { '/name': 'words' },
    });
  });

  it('keep the evidence when a person corrects the value', () => {
    const corrected = apply(threeRows, typeText('/name', text, 'Anne Lee'));
    expect(corrected.record.name).toBe('Anne Lee');
    expect(corrected.evidence['/name']).toEqual([boxAt(0.1)]);
    expect(corrected.provenance['/name']).toBe('typed');
  });

  it('add words to what the field already has', () => {
    const extended = apply(threeRows, extendField(threeRows, '/name', 'Ann Lee', text, { text: 'MD', boxes: [boxAt(0.6, 1)] }));
    expect(extended.record.name).toBe('Ann Lee MD');
    expect(extended.evidence['/name']).toEqual([boxAt(0.1), boxAt(0.6, 1)]);
  });

  it('leave nothing behind when a field is cleared', () => {
    const cleared = apply(threeRows, clearField('/name'));
    expect(cleared.record).not.toHaveProperty('name');
    expect(cleared.evidence).not.toHaveProperty('/name');
    expect(cleared.provenance).not.toHaveProperty('/name');
  });

  it('store a number where the schema wants one and the text itself where it is none', () => {
    const age = bloodSchema.properties.age as { type: 'integer' };
    expect(apply(emptyContent, typeText('/age', age, '41')).record.age).toBe(41);
    expect(apply(emptyContent, typeText('/age', age, 'about 41')).record.age).toBe('about 41');
    expect(apply(emptyContent, typeText('/age', age, '13,5')).record.age).toBe(13.5);
    expect(apply(emptyContent, typeText('/age', age, '1,234')).record.age).toBe('1,234');
  });
});

describe('history', () => {
  it('undoes and redoes any sequence of edits back to both ends', () => {
    fc.assert(
      fc.property(fc.array(anyOperation, { maxLength: 15 }), (operations) => {
        let now = { content: threeRows, history: emptyHistory };
        for (const operation of operations) if (isPossible(now.content, operation)) now = edit(now.content, now.history, operation);
        const end = now.content;
        for (let back = undo(now.content, now.history); back; back = undo(now.content, now.history)) now = back;
        expect(now.content).toEqual(threeRows);
        for (let forth = redo(now.content, now.history); forth; forth = redo(now.content, now.history)) now = forth;
        expect(now.content).toEqual(end);
      }),
    );
  });

  it('takes the letters of one typing as one step, and two typings as two', () => {
    let now = edit(emptyContent, emptyHistory, typeText('/name', text, 'A'), { tag: 'type:/name' });
    now = edit(now.content, now.history, typeText('/name', text, 'An'), { tag: 'type:/name' });
    now = { ...now, history: sealHistory(now.history) };
    now = edit(now.content, now.history, typeText('/name', text, 'Ann'), { tag: 'type:/name' });
    expect(now.history.past).toHaveLength(2);
    expect(undo(now.content, now.history)?.content.record.name).toBe('An');
  });

  it('forgets what was undone once something else is done', () => {
    const one = edit(emptyContent, emptyHistory, typeText('/name', text, 'A'));
    const undone = undo(one.content, one.history);
    const other = edit(emptyContent, undone?.history ?? emptyHistory, typeText('/name', text, 'B'));
    expect(redo(other.content, other.history)).toBeNull();
  });
});
