import { cheapest, keys, type Act, type Play } from './acts';

interface Change {
  readonly removed: number;
  readonly added: number;
}

/** Where two texts differ, by the longest text that they have in common. */
function changesOf(from: readonly string[], to: readonly string[]): Change[] {
  const common = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      (common[i] as number[])[j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const changes: Change[] = [];
  let [removed, added] = [0, 0];
  const close = (): void => {
    if (removed + added > 0) changes.push({ removed, added });
    [removed, added] = [0, 0];
  };
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      close();
      i += 1;
      j += 1;
    } else if (j >= to.length || (i < from.length && at(i + 1, j) >= at(i, j + 1))) {
      removed += 1;
      i += 1;
    } else {
      added += 1;
      j += 1;
    }
  }
  close();
  return changes;
}

/** All between the first and the last difference as one. */
function widest(from: readonly string[], to: readonly string[]): Change {
  const most = Math.min(from.length, to.length);
  let before = 0;
  while (before < most && from[before] === to[before]) before += 1;
  let after = 0;
  while (after < most - before && from.at(-1 - after) === to.at(-1 - after)) after += 1;
  return { removed: from.length - before - after, added: to.length - before - after };
}

/** A click where it is wrong, and Backspace and letters, or Shift+click to the end of it and letters over it. */
const mend = ({ removed, added }: Change): Play => {
  const letter: Play = ['click', ...keys(removed + added)];
  const chosen: readonly Act[] = ['click', 'click', ...keys(Math.max(1, added))];
  return removed === 0 ? letter : cheapest(letter, chosen);
};

/** What turns a text in an editor into another, letter by letter; begins with a click into it. */
export function correct(from: string, to: string): Play {
  const [have, want] = [[...from], [...to]];
  return cheapest(changesOf(have, want).flatMap(mend), mend(widest(have, want)));
}
