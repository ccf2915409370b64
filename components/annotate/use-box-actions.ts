'use client';

import { type RefObject, useCallback, useMemo } from 'react';
import type { CanvasHand, CanvasHandle } from '@/components/canvas/PageCanvas';
import { boxEditing } from './box-editing';
import type { BoxActions } from './commands/label-actions';
import type { FieldEditing } from './field-editing';
import { useStore, type Readable } from '@/components/ui/store';
import type { Session } from './session/create-session';
import type { PagesState } from './use-pages';
import { useChosenBoxes } from './use-chosen-boxes';

interface Options {
  readonly session: Session;
  readonly pages: Readable<PagesState>;
  readonly editing: FieldEditing;
  readonly canvas: RefObject<CanvasHandle | null>;
  readonly canEdit: boolean;
}

/** The hand on the page and the keys for boxes, both over the boxes that are chosen. */
export function useBoxActions({ session, pages, editing, canvas, canEdit }: Options) {
  const edits = useMemo(() => boxEditing(session, pages), [session, pages]);
  const { places, choose: setChosen } = useChosenBoxes(session);
  const choose = useCallback(
    (next: readonly number[]) => {
      // Small steps with one box are one to undo, with another box another.
      session.seal();
      setChosen(next);
    },
    [session, setChosen],
  );
  const focus = useStore(session, (state) => state.focus);
  const here = focus === null || !canEdit ? [] : edits.placesHere(focus);
  /** What is chosen, or the only box that there is. */
  const meant = places.length > 0 || here.length !== 1 ? places : here;

  const hand = useMemo<CanvasHand>(
    () => ({
      onWords: editing.takeWords,
      onBox: editing.takeBox,
      onChoose: choose,
      onChange: (boxes, isStep) => focus !== null && edits.change(focus, boxes, isStep),
    }),
    [editing, choose, edits, focus],
  );
  const actions: BoxActions = {
    chosenCount: canEdit ? places.length : 0,
    count: here.length,
    chooseNext: () => {
      const after = here.indexOf(places.at(-1) ?? -1) + 1;
      const next = here[after % here.length];
      if (next !== undefined) choose([next]);
    },
    nudge: (dx, dy, what) => canvas.current?.nudge(dx, dy, what),
    remove: () => {
      if (focus !== null && edits.remove(focus, places)) choose([]);
    },
    split: () => {
      if (focus !== null && edits.split(focus, meant)) choose([]);
    },
    merge: () => {
      if (focus !== null && edits.merge(focus, places)) choose([]);
    },
    read: () => {
      const [place] = meant;
      if (place !== undefined && meant.length === 1) editing.readBox(place);
    },
  };
  return { hand, actions, chosen: canEdit ? places : [], letGo: () => choose([]) };
}
