'use client';

import { useCallback, useState } from 'react';
import { useStore } from '@/components/ui/store';
import type { Session } from './session/create-session';

const none: readonly number[] = [];

/** The boxes that a person has chosen to edit; another field or page lets go of them. */
export function useChosenBoxes(session: Session) {
  const focus = useStore(session, (state) => state.focus);
  const page = useStore(session, (state) => state.page);
  const [chosen, setChosen] = useState<{ readonly of: string; readonly places: readonly number[] } | null>(null);
  const of = `${page}${focus ?? ''}`;
  // Not their number alone: a box that became another one is drawn anew.
  const boxes = useStore(session, ({ content }) => (focus === null ? undefined : content.evidence[focus]));
  const count = boxes?.length ?? 0;
  const places = chosen?.of === of && chosen.places.every((at) => at < count) ? chosen.places : none;
  const choose = useCallback((next: readonly number[]) => {
    // Then arrows and Del are for the box, not for the text.
    if (next.length > 0 && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setChosen({ of, places: next });
  }, [of]);
  return { places, choose };
}
