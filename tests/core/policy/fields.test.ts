import { describe, expect, it } from 'vitest';
import { planFields } from '@/lib/core/policy';
import { valueOfText } from '@/lib/core/policy/fields/values';
import type { RecordSchema } from '@/lib/core/schema/types';

const text = { type: 'string' } as const;

describe('planFields', () => {
  it('reads leaves at any depth of objects, lists of objects and of leaves', () => {
    const schema: RecordSchema = {
      type: 'object',
      properties: {
        patient: { type: 'object', properties: { name: { type: 'object', properties: { first: text } } } },
        tags: { type: 'array', items: text },
        drugs: { type: 'array', items: { type: 'object', properties: { dose: { type: 'object', properties: { unit: text } } } } },
      },
    };
    const plan = planFields(schema);
    expect(plan.scalars.map(({ path }) => path)).toEqual([['patient', 'name', 'first']]);
    expect(plan.groups.map(({ path, columns }) => [path, columns.map((column) => column.path)])).toEqual([
      [['tags'], [[]]],
      [['drugs'], [['dose', 'unit']]],
    ]);
    expect(plan.unread).toEqual([]);
  });

  it('names a list inside a list as unread and reads the rest of its row', () => {
    const schema: RecordSchema = {
      type: 'object',
      properties: {
        visits: {
          type: 'array',
          items: { type: 'object', properties: { date: text, drugs: { type: 'array', items: text } } },
        },
      },
    };
    const plan = planFields(schema);
    expect(plan.unread).toEqual(['visits[].drugs[]']);
    expect(plan.groups[0]?.columns.map(({ path }) => path)).toEqual([['date']]);
  });
});

describe('valueOfText', () => {
  it('gives a number only where the schema says number', () => {
    expect(valueOfText(text, '12')).toBe('12');
    expect(valueOfText({ type: 'integer' }, '12')).toBe(12);
    expect(valueOfText({ type: 'number' }, 'RM 1,234.50')).toBe(1234.5);
    expect(valueOfText({ type: 'number' }, '-0.5')).toBe(-0.5);
    expect(valueOfText({ type: 'integer' }, '12.5')).toBeNull();
    expect(valueOfText({ type: 'number' }, 'twelve')).toBeNull();
    expect(valueOfText({ type: 'number' }, '12/2018')).toBeNull();
  });

  it('gives an option of an enum as the schema writes it, and nothing else', () => {
    const leaf = { type: 'string', enum: ['Male', 'Female'] } as const;
    expect(valueOfText(leaf, 'MALE')).toBe('Male');
    expect(valueOfText(leaf, 'man')).toBeNull();
  });

  it('reads a boolean where the page prints one', () => {
    expect(valueOfText({ type: 'boolean' }, 'Yes')).toBe(true);
    expect(valueOfText({ type: 'boolean' }, '无')).toBe(false);
    expect(valueOfText({ type: 'boolean' }, 'maybe')).toBeNull();
  });
});
