'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import { windowAround } from '@/lib/core/annotation/spoken-box';
import classes from './box-list.module.css';

export interface ListedBox {
  readonly key: string;
  /** What it is and where. */
  readonly name: string;
}

interface Props {
  readonly label: string;
  readonly boxes: readonly ListedBox[];
  readonly onPick: (at: number) => void;
}

/** Options that are drawn at a time: a page can hold thousands of words. */
const mostDrawn = 11;
const pageStep = 10;

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + pageStep,
  PageUp: (at) => at - pageStep,
  Home: () => 0,
  End: (_at, last) => last,
};

/** Boxes of the page as a list: one stop of the Tab key, walked with arrows, taken with Enter. Seen while it is in focus. */
export function BoxList({ label, boxes, onPick }: Props) {
  const id = useId();
  const [wish, setWish] = useState(0);
  const last = boxes.length - 1;
  if (last < 0) return null;
  const active = Math.min(wish, last);
  const [from, to] = windowAround(active, boxes.length, mostDrawn);
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves[event.key];
    if (move) setWish(Math.max(0, Math.min(last, move(active, last))));
    else if (event.key === 'Enter' || event.key === ' ') onPick(active);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className={classes.list}
      role="listbox"
      aria-label={label}
      aria-activedescendant={`${id}-${active}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {boxes.slice(from, to).map(({ key, name }, place) => (
        <div
          key={key}
          id={`${id}-${from + place}`}
          className={classes.option}
          role="option"
          dir="auto"
          aria-selected={from + place === active}
          aria-posinset={from + place + 1}
          aria-setsize={boxes.length}
          onClick={() => onPick(from + place)}
        >
          {name}
        </div>
      ))}
    </div>
  );
}
