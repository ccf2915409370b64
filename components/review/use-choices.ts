'use client';

import { useCallback, useState } from 'react';
import type { Choice, Choices } from '@/lib/core/review/settle';

function read(key: string): Choices {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Choices;
  } catch {
    // What another version left here is of no use: the reviewer decides again.
    return {};
  }
}

/**
 * The decisions on two annotations at their revisions. They live in this tab
 * until they are sent, so that a reload does not lose them.
 */
export function useChoices(key: string) {
  const [choices, setChoices] = useState<Choices>(() => read(key));
  const change = useCallback(
    (changes: Readonly<Record<string, Choice | undefined>>) =>
      setChoices((before) => {
        const entries = Object.entries({ ...before, ...changes }).filter((entry): entry is [string, Choice] => entry[1] !== undefined);
        const after: Choices = Object.fromEntries(entries);
        sessionStorage.setItem(key, JSON.stringify(after));
        return after;
      }),
    [key],
  );
  const forget = useCallback(() => sessionStorage.removeItem(key), [key]);
  return { choices, change, forget };
}
