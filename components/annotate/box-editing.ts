import { changeBoxes, mergeBoxes, removeBoxes, splitBoxes } from '@/lib/core/annotation/box-edits';
import type { Operation } from '@/lib/core/annotation/operation';
import type { FieldBox } from '@/lib/core/tools/types';
import type { Readable } from '@/components/ui/store';
import type { PagesState } from './use-pages';
import type { Session } from './session/create-session';

/** What a person does to the boxes of the field in focus; each is one step to undo. */
export function boxEditing(session: Session, pages: Readable<PagesState>) {
  const now = () => session.getState();
  const apply = (pointer: string, operation: Operation | null, tag?: string): boolean => {
    if (!operation) return false;
    if (tag === undefined) session.seal();
    session.apply(operation, tag === undefined ? { pointer } : { pointer, tag });
    return true;
  };
  /** Places of the field's boxes on the page in view. */
  const placesHere = (pointer: string): readonly number[] =>
    (now().content.evidence[pointer] ?? []).flatMap(({ page }, at) => (page === now().page ? [at] : []));
  return {
    placesHere,
    change: (pointer: string, boxes: readonly FieldBox[], isStep: boolean) =>
      apply(pointer, changeBoxes(now().content, pointer, boxes), isStep ? `nudge:${pointer}` : undefined),
    remove: (pointer: string, places: readonly number[]) => apply(pointer, removeBoxes(now().content, pointer, places)),
    split: (pointer: string, places: readonly number[]) =>
      apply(pointer, splitBoxes(now().content, pointer, places, pages.getState().pages[now().page]?.words ?? [])),
    /** Those that are chosen, or all on the page where fewer than two are. */
    merge: (pointer: string, places: readonly number[]) =>
      apply(pointer, mergeBoxes(now().content, pointer, places.length > 1 ? places : placesHere(pointer))),
  };
}
