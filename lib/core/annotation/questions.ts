import { isAbsent, markAbsent } from './absent';
import type { AnnotationContent } from './content';
import { isLeafItem, type FieldItem, type LeafItem, type ListItem } from './fields';
import { isAnswered } from './leaf-text';
import { batch, type Operation } from './operation';

/**
 * What a document is asked: each leaf outside of lists, and each outermost list
 * as one. A cell is no question of its own: whoever made its row looked at it.
 */
export interface Question {
  readonly item: LeafItem | ListItem;
  readonly answer: 'value' | 'absent' | null;
}

/** The questions in the order of the schema, each with the kind of answer that it has. */
export function questionsOf(items: readonly FieldItem[], content: AnnotationContent): Question[] {
  const answered = new Set<string>();
  let list: string | null = null;
  for (const item of items) {
    if (item.row === null) list = item.kind === 'list' ? item.pointer : null;
    if (isLeafItem(item) && isAnswered(item.value)) answered.add(list ?? item.pointer);
  }
  return items.flatMap((item): Question[] => {
    if (item.row !== null || (item.kind !== 'leaf' && item.kind !== 'list')) return [];
    // An empty value that came with gold was looked at by whoever made the gold.
    const isGiven = content.provenance[item.pointer] === 'imported';
    const absent = isAbsent(content, item.pointer) || isGiven ? 'absent' : null;
    return [{ item, answer: answered.has(item.pointer) ? 'value' : absent }];
  });
}

/** The questions that nobody has answered. */
export const notLookedAt = (items: readonly FieldItem[], content: AnnotationContent): (LeafItem | ListItem)[] =>
  questionsOf(items, content).flatMap(({ item, answer }) => (answer === null ? [item] : []));

/** Says of all that nobody looked at that the document does not have it; null where there is nothing. */
export function markRestAbsent(items: readonly FieldItem[], content: AnnotationContent): Operation | null {
  const marks = notLookedAt(items, content).flatMap(({ pointer, schema }) => markAbsent(content, pointer, schema) ?? []);
  return marks.length === 0 ? null : batch(...marks);
}
