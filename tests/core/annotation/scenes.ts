import fc from 'fast-check';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import { batch, setProvenance, setValue, type Operation } from '@/lib/core/annotation/operation';
import { applyOperation } from '@/lib/core/annotation/apply-operation';
import type { PageBox } from '@/lib/core/geometry/box';
import type { EvidenceBox } from '@/lib/core/record/evidence';
import type { RecordSchema } from '@/lib/core/schema/types';

export const bloodSchema: RecordSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', 'x-phi': true },
    age: { type: 'integer' },
    visit: { type: 'object', properties: { date: { type: 'string' }, ward: { type: 'string' } } },
    indicators: {
      type: 'array',
      items: {
        type: 'object',
        properties: { item: { type: 'string' }, result: { type: 'number' }, unit: { type: 'string' } },
      },
    },
    notes: { type: 'array', items: { type: 'string' } },
  },
};

export const boxAt = (x: number, page = 0): EvidenceBox => ({ page, box: [x, 0.1, x + 0.05, 0.12] as unknown as PageBox });

export const threeRows: AnnotationContent = {
  record: { name: 'Ann Lee', indicators: [{ item: 'HGB' }, { item: 'WBC', result: 6.1 }, { item: 'PLT' }] },
  evidence: { '/name': [boxAt(0.1)], '/indicators/0/item': [boxAt(0.2)], '/indicators/1/result': [boxAt(0.3)], '/indicators/2/item': [boxAt(0.4)] },
  provenance: { '/name': 'words', '/indicators/1/result': 'typed' },
};

const leafPointer = fc.constantFrom('/name', '/age', '/visit/date', '/visit/ward', '/indicators/0/item', '/indicators/1/result', '/notes/0');
const list = fc.constantFrom('/indicators', '/notes');
const row = fc.nat({ max: 3 });
const boxes = fc.array(fc.double({ min: 0, max: 0.9, noNaN: true }).map((x) => boxAt(x)), { maxLength: 2 });

export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('set-value' as const), pointer: leafPointer, value: fc.constantFrom('a', 'b', 3, null) }),
  fc.record({ kind: fc.constant('set-value' as const), pointer: leafPointer }),
  fc.record({ kind: fc.constant('set-evidence' as const), pointer: leafPointer, boxes }),
  fc.record({ kind: fc.constant('set-provenance' as const), pointer: leafPointer, source: fc.constantFrom('typed' as const, 'words' as const) }),
  fc.record({
    kind: fc.constant('insert-row' as const),
    list,
    index: row,
    row: fc.constant({ value: { item: 'new' }, evidence: { '/item': [boxAt(0.7)] }, provenance: { '/item': 'words' as const } }),
  }),
  fc.constantFrom(
    batch(setValue('/name', null), setProvenance('/name', 'absent')),
    batch(setValue('/notes', []), setProvenance('/notes', 'absent')),
  ),
  fc.record({ kind: fc.constant('remove-row' as const), list, index: row }),
  fc.record({ kind: fc.constant('move-row' as const), list, from: row, to: row }),
);

/** Operations on rows that are not there are refused; these tests are about the rest. */
export function isPossible(content: AnnotationContent, operation: Operation): boolean {
  try {
    applyOperation(content, operation);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
