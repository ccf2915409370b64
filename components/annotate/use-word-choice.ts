'use client';

import { useCallback, useMemo, useState } from 'react';
import { fillField } from '@/lib/core/annotation/field-edits';
import { isLeafItem } from '@/lib/core/annotation/fields';
import { fillFromWords } from '@/lib/core/annotation/fill-from-words';
import { growWords, keyedFields, stepWord, wordBehind, type WordChoice } from '@/lib/core/annotation/word-choice';
import type { Word } from '@/lib/core/geometry/word';
import type { TakeMode } from '@/lib/core/tools/types';
import type { WordActions } from './commands/label-actions';
import { useStore, type Readable } from '@/components/ui/store';
import type { PanelModel } from './fields/panel-model';
import type { FieldEditing } from './field-editing';
import type { PagesState } from './use-pages';
import type { Session } from './session/create-session';

interface Options {
  readonly session: Session;
  readonly pages: Readable<PagesState>;
  readonly panel: Readable<PanelModel>;
  readonly editing: FieldEditing;
  readonly canEdit: boolean;
}

const nothing: WordChoice = [];
const noWords: readonly Word[] = [];

/** Words that are chosen on the page before it is said which field they are for. */
export function useWordChoice({ session, pages, panel, editing, canEdit }: Options) {
  const [held, setHeld] = useState<{ readonly page: number; readonly at: WordChoice } | null>(null);
  const page = useStore(session, (state) => state.page);
  const focus = useStore(session, (state) => state.focus);
  const items = useStore(panel, (model) => model.items);
  const all = useStore(pages, (state) => state.pages[page]?.words ?? noWords);
  const chosen = held?.page === page && canEdit ? held.at : nothing;
  const words = useMemo(() => chosen.flatMap((at) => all[at] ?? []), [chosen, all]);
  const keys = useMemo(() => keyedFields(items), [items]);
  const choose = useCallback((at: WordChoice) => setHeld(at.length === 0 ? null : { page, at }), [page]);
  const drop = useCallback(() => setHeld(null), []);

  const put = (pointer: string): void => {
    const leaf = items.filter(isLeafItem).find((item) => item.pointer === pointer);
    const fill = fillFromWords(page, words);
    if (!leaf || !fill) return;
    session.seal();
    session.apply(fillField(pointer, leaf.schema, fill), { pointer });
    // Where somebody is stays where they are: the next words are chosen in the same way.
    session.change({ focus, lastFilled: pointer });
    drop();
  };
  const pointerOf = (key: string | undefined): string | undefined => [...keys].find(([, own]) => own === key)?.[0];
  const actions: WordActions = {
    count: words.length,
    hasField: (key) => pointerOf(key) !== undefined,
    hasFocus: focus !== null,
    step: (by) => {
      const { lastFilled, content } = session.getState();
      const boxes = [lastFilled, focus].flatMap((pointer) => (pointer === null ? [] : (content.evidence[pointer] ?? [])));
      const start = wordBehind(all, boxes.filter((box) => box.page === page).map(({ box }) => box));
      choose(stepWord(all.length, chosen, by, start));
    },
    grow: (by) => choose(growWords(all.length, chosen, by)),
    take: () => {
      editing.takeWords(words, 'fill');
      drop();
    },
    putInto: (key) => {
      const pointer = pointerOf(key);
      if (pointer !== undefined) put(pointer);
    },
  };
  return {
    actions,
    words,
    boxes: useMemo(() => words.map(({ box }) => box), [words]),
    /** Keys of the fields while there is something to put into them. */
    fieldKeys: words.length > 0 ? keys : null,
    put,
    drop,
    /** Words that the hand took while no field is in focus. */
    onWords: (taken: readonly Word[], mode: TakeMode) => {
      const places = taken.map((word) => all.indexOf(word)).filter((at) => at >= 0);
      choose(mode === 'add' ? [...new Set([...chosen, ...places])] : places);
    },
  };
}
