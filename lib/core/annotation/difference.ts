import { isJsonList, isJsonObject, type Json } from '../record/json';
import { formatPointer } from '../record/pointer';
import type { AnnotationContent } from './content';
import { batch, setProvenance, setValue, type Operation } from './operation';
import { isSameJson } from './same-json';

type Segments = readonly (string | number)[];

const keysOfBoth = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

function valueChanges(from: Json | undefined, to: Json | undefined, at: Segments): Operation[] {
  if (isSameJson(from, to)) return [];
  if (isJsonObject(from) && isJsonObject(to))
    return keysOfBoth(from, to).flatMap((key) =>
      valueChanges(Object.hasOwn(from, key) ? from[key] : undefined, Object.hasOwn(to, key) ? to[key] : undefined, [...at, key]),
    );
  if (isJsonList(from) && isJsonList(to) && from.length === to.length)
    return from.flatMap((row, index) => valueChanges(row, to[index], [...at, index]));
  return [setValue(formatPointer(at), to)];
}

const changedMarks = <T>(from: Readonly<Record<string, T>>, to: Readonly<Record<string, T>>): string[] =>
  keysOfBoth(from, to).filter((pointer) => !isSameJson(from[pointer] as Json | undefined, to[pointer] as Json | undefined));

/**
 * What turns one content into the other, as one operation: leaf by leaf, and a
 * list whose number of rows differs as a whole. An empty batch where they are the same.
 */
export function differenceBetween(from: AnnotationContent, to: AnnotationContent): Operation {
  const evidence = changedMarks(from.evidence, to.evidence).map((pointer): Operation => {
    const boxes = to.evidence[pointer];
    return boxes ? { kind: 'set-evidence', pointer, boxes } : { kind: 'set-evidence', pointer };
  });
  const provenance = changedMarks(from.provenance, to.provenance).map((pointer) => setProvenance(pointer, to.provenance[pointer]));
  return batch(...valueChanges(from.record, to.record, []), ...evidence, ...provenance);
}
