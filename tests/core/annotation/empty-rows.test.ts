import { describe, expect, it } from 'vitest';
import { applyOperation } from '@/lib/core/annotation/apply-operation';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import { dropEmptyRows } from '@/lib/core/annotation/empty-rows';
import type { RecordSchema } from '@/lib/core/schema/types';
import { bloodSchema, boxAt, threeRows } from './scenes';

const nested: RecordSchema = {
  type: 'object',
  properties: {
    visits: { type: 'array', items: { type: 'object', properties: { notes: { type: 'array', items: { type: 'string' } } } } },
  },
};

function dropped(schema: RecordSchema, content: AnnotationContent): AnnotationContent {
  const operation = dropEmptyRows(schema, content);
  return operation ? applyOperation(content, operation).content : content;
}

describe('rows that say nothing', () => {
  it('go away when work is handed in, and the evidence of the others follows them', () => {
    const content: AnnotationContent = {
      record: { indicators: [{}, { item: 'WBC' }, { item: '', unit: null }], notes: [null, 'fasting'] },
      evidence: { '/indicators/1/item': [boxAt(0.2)] },
      provenance: { '/indicators/1/item': 'words' },
    };
    expect(dropped(bloodSchema, content)).toEqual({
      record: { indicators: [{ item: 'WBC' }], notes: ['fasting'] },
      evidence: { '/indicators/0/item': [boxAt(0.2)] },
      provenance: { '/indicators/0/item': 'words' },
    });
  });

  it('stay where they point at a place of the page', () => {
    const content: AnnotationContent = { record: { indicators: [{}] }, evidence: { '/indicators/0/item': [boxAt(0.2)] }, provenance: {} };
    expect(dropEmptyRows(bloodSchema, content)).toBeNull();
    expect(dropEmptyRows(bloodSchema, threeRows)).toBeNull();
  });

  it('go away inside of one another', () => {
    const content: AnnotationContent = { record: { visits: [{ notes: [null, ''] }, { notes: ['a', ''] }] }, evidence: {}, provenance: {} };
    expect(dropped(nested, content).record).toEqual({ visits: [{ notes: ['a'] }] });
  });
});
