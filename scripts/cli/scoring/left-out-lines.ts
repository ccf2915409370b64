import type { LeftOut } from '@/lib/core/scoring';

/** As many as a person reads. */
export const shownLeftOut = 20;

/** How many lines were left out, and the first of them. */
export interface LeftOutLines {
  readonly add: (leftOut: LeftOut) => void;
  readonly count: () => number;
  readonly first: () => readonly LeftOut[];
}

export function noLeftOutLines(): LeftOutLines {
  const first: LeftOut[] = [];
  let count = 0;
  return {
    add: (leftOut) => {
      count++;
      if (first.length < shownLeftOut) first.push(leftOut);
    },
    count: () => count,
    first: () => first,
  };
}
