import { describe, expect, it } from 'vitest';
import { applyOperation } from '@/lib/core/annotation/apply-operation';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import { addRow, fillField, removeRowAt, typeText } from '@/lib/core/annotation/field-edits';
import { mergeRemote, settleMerge } from '@/lib/core/annotation/merge-remote';
import { batch, setEvidence, type Operation } from '@/lib/core/annotation/operation';
import { boxAt, threeRows } from './scenes';

const text = { type: 'string' } as const;
const after = (...operations: readonly Operation[]): AnnotationContent => applyOperation(threeRows, batch(...operations)).content;
const merge = (mine: AnnotationContent, theirs: AnnotationContent) => mergeRemote({ base: threeRows, mine, theirs });

describe('a merge with what somebody else saved', () => {
  it('joins changes of different leaves silently, with their evidence', () => {
    const { content, conflicts } = merge(
      after(typeText('/name', text, 'Anne')),
      after(fillField('/visit/date', text, { text: '2026-01-02', boxes: [boxAt(0.6)] })),
    );
    expect(conflicts).toEqual([]);
    expect(content.record).toMatchObject({ name: 'Anne', visit: { date: '2026-01-02' } });
    expect(content.evidence).toMatchObject({ '/name': [boxAt(0.1)], '/visit/date': [boxAt(0.6)] });
    expect(content.provenance).toMatchObject({ '/name': 'typed', '/visit/date': 'words' });
  });

  it('joins changes of different cells of one table', () => {
    const { content, conflicts } = merge(
      after(typeText('/indicators/0/result', { type: 'number' }, '13')),
      after(typeText('/indicators/0/unit', text, 'g/dL'), typeText('/indicators/2/item', text, 'PLT!')),
    );
    expect(conflicts).toEqual([]);
    expect(content.record.indicators).toEqual([
      { item: 'HGB', result: 13, unit: 'g/dL' },
      { item: 'WBC', result: 6.1 },
      { item: 'PLT!' },
    ]);
  });

  it('asks where both changed the same leaf, and for that leaf alone', () => {
    const { conflicts } = merge(
      after(typeText('/name', text, 'Anne'), typeText('/age', text, '41')),
      after(typeText('/name', text, 'Anna'), typeText('/indicators/1/unit', text, 'x')),
    );
    expect(conflicts).toEqual([{ pointer: '/name', base: 'Ann Lee', mine: 'Anne', theirs: 'Anna' }]);
  });

  it('does not ask where both made the same change', () => {
    const same = after(typeText('/name', text, 'Anne'));
    expect(merge(same, same)).toEqual({ content: same, conflicts: [] });
  });

  it('keeps a removed value removed where only one side touched it', () => {
    expect(merge(after(typeText('/name', text, '')), threeRows).content.record).not.toHaveProperty('name');
    expect(merge(threeRows, after(typeText('/name', text, ''))).content.record).not.toHaveProperty('name');
  });

  it('asks for the whole list where one side moved rows that the other changed', () => {
    const { conflicts } = merge(after(removeRowAt('/indicators', 0)), after(typeText('/indicators/2/unit', text, 'x')));
    expect(conflicts.map(({ pointer }) => pointer)).toEqual(['/indicators']);
  });

  it('takes the rows of the only side that changed the list', () => {
    const { content, conflicts } = merge(after(typeText('/name', text, 'Anne')), after(removeRowAt('/indicators', 0)));
    expect(conflicts).toEqual([]);
    expect(content.record.indicators).toHaveLength(2);
    expect(content.evidence['/indicators/0/result']).toEqual([boxAt(0.3)]);
  });

  it('keeps evidence that has no value yet', () => {
    const { content } = merge(after(setEvidence('/visit/ward', [boxAt(0.8)])), after(addRow('/notes', text, 0)));
    expect(content.evidence['/visit/ward']).toEqual([boxAt(0.8)]);
    expect(content.record.notes).toEqual([null]);
  });

  it('follows the choices of the person place by place', () => {
    const mine = after(typeText('/name', text, 'Anne'), typeText('/age', text, '41'));
    const theirs = after(typeText('/name', text, 'Anna'), typeText('/age', text, '42'));
    const settled = settleMerge({ base: threeRows, mine, theirs }, { '/name': 'theirs', '/age': 'mine' });
    expect(settled.record).toMatchObject({ name: 'Anna', age: '41' });
  });
});
