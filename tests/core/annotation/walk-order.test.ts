import { describe, expect, it } from 'vitest';
import { applyOperation } from '@/lib/core/annotation/apply-operation';
import { emptyContent, type AnnotationContent } from '@/lib/core/annotation/content';
import type { Suggestions } from '@/lib/core/annotation/contract';
import { fieldsOf } from '@/lib/core/annotation/fields';
import { acceptAllFrom, acceptSuggestion, offeredBy, openOf, sureFrom } from '@/lib/core/annotation/suggestions';
import { nextStop, type WalkOrder } from '@/lib/core/annotation/walk-order';
import { bloodSchema } from './scenes';

const suggestions: Suggestions = {
  model: { kind: 'checkpoint', number: 2, title: null, labels: null },
  record: { name: 'Ann Lee', age: 41, visit: { ward: 'B' }, notes: ['fasting'] },
  evidence: {},
  confidence: { '/name': 0.9, '/age': 0.4, '/visit/ward': 0.95, '/notes/0': 0.6 },
};
const offered = offeredBy(bloodSchema, suggestions);
const walk = (content: AnnotationContent, pointer: string | null, step: -1 | 1, order: WalkOrder = 'least-sure') => {
  const items = fieldsOf(bloodSchema, content.record);
  return nextStop({ items, offered, open: openOf(items, content, offered), order }, pointer, step);
};
const accept = (content: AnnotationContent, pointer: string): AnnotationContent => {
  const leaf = offered.leaves[pointer];
  if (!leaf) throw new Error(`nothing is suggested at ${pointer}`);
  return applyOperation(content, acceptSuggestion(leaf)).content;
};

describe('the way from field to field', () => {
  it('follows the schema unless asked otherwise', () => {
    expect(walk(emptyContent, '/name', 1, 'schema')).toBe('/age');
    expect(walk(emptyContent, null, 1, 'schema')).toBe('/name');
  });

  it('goes to the least sure suggestion first, lists by their least sure leaf', () => {
    expect(walk(emptyContent, null, 1)).toBe('/age');
    expect(walk(emptyContent, '/age', 1)).toBe('/notes');
    expect(walk(emptyContent, '/notes', 1)).toBe('/name');
    expect(walk(emptyContent, '/notes', -1)).toBe('/age');
  });

  it('does not come back to what was passed over before the others were seen', () => {
    const accepted = accept(emptyContent, '/name');
    expect(walk(accepted, '/name', 1)).toBe('/visit/ward');
    expect(walk(accepted, '/visit/ward', 1)).toBe('/age');
  });

  it('follows the schema once no suggestion is open', () => {
    expect(walk(emptyContent, '/visit/date', 1)).toBe('/age');
    const items = fieldsOf(bloodSchema, {});
    const none = offeredBy(bloodSchema, null);
    expect(nextStop({ items, offered: none, open: none, order: 'least-sure' }, '/name', 1)).toBe('/age');
  });
});

describe('suggestions above a threshold', () => {
  const open = openOf(fieldsOf(bloodSchema, {}), emptyContent, offered);

  it('are those at it or above, and nothing else is taken', () => {
    expect(sureFrom(open, 0.9).leaves.map(({ pointer }) => pointer)).toEqual(['/name', '/visit/ward']);
    const operation = acceptAllFrom(open, 0.9);
    expect(operation && applyOperation(emptyContent, operation).content.record).toEqual({ name: 'Ann Lee', visit: { ward: 'B' } });
    expect(acceptAllFrom(open, 0.99)).toBeNull();
  });
});
