import type { RecordSchema } from '../schema/types';
import { isAtOrBelow, type AnnotationContent } from './content';
import { removeRowAt } from './field-edits';
import { fieldsOf, isLeafItem } from './fields';
import { isAnswered } from './leaf-text';
import { batch, type Operation } from './operation';

/**
 * Takes away rows that say nothing and point at nothing: they would count as
 * rows of the gold record. Null where there are none.
 */
export function dropEmptyRows(schema: RecordSchema, content: AnnotationContent): Operation | null {
  const items = fieldsOf(schema, content.record);
  const said = items.filter(isLeafItem).filter(({ value }) => isAnswered(value)).map(({ pointer }) => pointer);
  const marked = [...said, ...Object.keys(content.evidence)];
  const removals = items.flatMap((item) => {
    const { row } = item;
    const isRow = row !== null && item.pointer === `${row.list}/${row.index}`;
    return isRow && !marked.some((pointer) => isAtOrBelow(pointer, item.pointer)) ? [removeRowAt(row.list, row.index)] : [];
  });
  // Last and innermost first, so that the numbers of the others stay what they are.
  return removals.length === 0 ? null : batch(...removals.reverse());
}
