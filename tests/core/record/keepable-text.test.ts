import { describe, expect, it } from 'vitest';
import { checkContent } from '@/lib/core/annotation/check-content';
import { emptyContent } from '@/lib/core/annotation/content';
import { typeText } from '@/lib/core/annotation/field-edits';
import { applyOperation } from '@/lib/core/annotation/apply-operation';
import { notedOperationSchema } from '@/lib/core/annotation/noted-operation';
import { isKeepable, keepableText } from '@/lib/core/record/keepable-text';

const schema = { type: 'object', properties: { name: { type: 'string' } } } as const;

describe('text that the database cannot keep', () => {
  it('is NUL and halves of pairs, and nothing else', () => {
    expect(keepableText('A\0n\uD800n\uDC00')).toBe('Ann');
    expect(keepableText('Ä 😀\t\n\u0001\uFFFF')).toBe('Ä 😀\t\n\u0001\uFFFF');
    expect(isKeepable({ rows: [{ item: 'HGB' }], '😀': null })).toBe(true);
    expect(isKeepable({ rows: [{ item: 'H\0B' }] })).toBe(false);
    expect(isKeepable({ 'a\uDC00': 1 })).toBe(false);
  });

  it('is left out of what a person pastes, so that no save fails for it', () => {
    const { content } = applyOperation(emptyContent, typeText('/name', schema.properties.name, 'Ann\0 Lee'));
    expect(content.record).toEqual({ name: 'Ann Lee' });
  });

  it('is refused with its place, and without its value, where a program sends it', () => {
    expect(checkContent(schema, { ...emptyContent, record: { name: 'Ann\0' } }, 1)).toEqual([
      { pointer: '/name', message: 'has a character that cannot be stored (NUL or half of a pair)' },
    ]);
    const operation = { kind: 'set-value', pointer: '/name', value: 'Ann\0' };
    expect(notedOperationSchema.safeParse({ id: 'operation-1', operation }).success).toBe(false);
  });
});
