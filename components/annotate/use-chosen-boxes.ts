'use client';

import { useCallback, useState } from 'react';
import type { SessionState } from './session/create-session';

const none: readonly number[] = [];

/** The boxes that a person has chosen to edit; another field or page lets go of them. */
export function useChosenBoxes({ focus, page, content }: SessionState) {
  const [chosen, setChosen] = useState<{ readonly of: string; readonly places: readonly number[] } | null>(null);
  const of = `${page}${focus ?? ''}`;
  const count = focus === null ? 0 : (content.evidence[focus]?.length ?? 0);
  const places = chosen?.of === of && chosen.places.every((at) => at < count) ? chosen.places : none;
  const choose = useCallback((next: readonly number[]) => {
    // Then arrows and Del are for the box, not for the text.
    if (next.length > 0 && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setChosen({ of, places: next });
  }, [of]);
  return { places, choose };
}
