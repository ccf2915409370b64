import { isJsonList } from '../record/json';
import { valueAt } from '../record/pointer';
import { replaceValue, shallowestChange } from './apply-value';
import { withMark, type AnnotationContent } from './content';
import { batch, setProvenance, setValue, type Operation } from './operation';
import { detachRow, insertRow, moveRow, removeRow } from './rows';

export interface Applied {
  readonly content: AnnotationContent;
  /** Applied to `content`, it gives back what was there before. */
  readonly inverse: Operation;
}

const undoValueAt = (content: AnnotationContent, pointer: string): Operation => {
  const place = shallowestChange(content.record, pointer);
  return setValue(place, valueAt(content.record, place));
};

function undoEvidenceAt({ evidence }: AnnotationContent, pointer: string): Operation {
  const boxes = evidence[pointer];
  return boxes ? { kind: 'set-evidence', pointer, boxes } : { kind: 'set-evidence', pointer };
}

function applyBatch(content: AnnotationContent, operations: readonly Operation[]): Applied {
  const inverses: Operation[] = [];
  let current = content;
  for (const operation of operations) {
    const applied = applyOperation(current, operation);
    current = applied.content;
    inverses.unshift(applied.inverse);
  }
  return { content: current, inverse: batch(...inverses) };
}

/**
 * Content after an operation, and the way back. The input stays as it was.
 * @throws RangeError for a row that the list does not have.
 */
export function applyOperation(content: AnnotationContent, operation: Operation): Applied {
  const { record, evidence, provenance } = content;
  switch (operation.kind) {
    case 'set-value':
      return {
        content: { ...content, record: replaceValue(record, operation.pointer, operation.value) },
        inverse: undoValueAt(content, operation.pointer),
      };
    case 'set-evidence':
      return {
        content: { ...content, evidence: withMark(evidence, operation.pointer, operation.boxes) },
        inverse: undoEvidenceAt(content, operation.pointer),
      };
    case 'set-provenance':
      return {
        content: { ...content, provenance: withMark(provenance, operation.pointer, operation.source) },
        inverse: setProvenance(operation.pointer, provenance[operation.pointer]),
      };
    case 'insert-row': {
      const { list, index, row } = operation;
      const isNewList = !isJsonList(valueAt(record, list));
      const back: Operation[] = [{ kind: 'remove-row', list, index }];
      if (isNewList) back.push(undoValueAt(content, list));
      if (provenance[list]) back.push(setProvenance(list, provenance[list]));
      return { content: insertRow(content, list, index, row), inverse: batch(...back) };
    }
    case 'remove-row': {
      const { list, index } = operation;
      return {
        content: removeRow(content, list, index),
        inverse: { kind: 'insert-row', list, index, row: detachRow(content, list, index) },
      };
    }
    case 'move-row': {
      const { list, from, to } = operation;
      return {
        content: moveRow(content, list, from, to),
        inverse: { kind: 'move-row', list, from: to, to: from },
      };
    }
    case 'batch':
      return applyBatch(content, operation.operations);
  }
}
