'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useState, type RefObject } from 'react';

/** Up to here all rows are drawn: the browser's own search finds them, and heights are what they are. */
const drawnWhole = 80;
const rowPx = 29;

interface RowWindow {
  readonly rows: readonly number[];
  /** Blank for the rows that are not drawn, in pixels. */
  readonly above: number;
  readonly below: number;
}

/** The rows of a table to draw: all of a short one, of a long one those in sight and the one in focus. */
export function useRowWindow(
  rowCount: number,
  head: number | null,
  grid: RefObject<HTMLTableElement | null>,
  scroller: () => HTMLElement | null,
): RowWindow {
  const isLong = rowCount > drawnWhole;
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const [outer, inner] = [scroller(), grid.current];
    if (!isLong || !outer || !inner) return;
    setMargin(Math.round(inner.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop));
  }, [isLong, rowCount, scroller, grid]);
  const virtual = useVirtualizer({
    count: isLong ? rowCount : 0,
    getScrollElement: scroller,
    estimateSize: () => rowPx,
    overscan: 12,
    scrollMargin: margin,
  });
  useLayoutEffect(() => {
    if (isLong && head !== null) virtual.scrollToIndex(head, { align: 'auto' });
  }, [isLong, head, virtual]);
  if (!isLong) return { rows: Array.from({ length: rowCount }, (_, row) => row), above: 0, below: 0 };
  const shown = virtual.getVirtualItems();
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? -1];
  return {
    rows: shown.map(({ index }) => index),
    above: first * rowPx,
    below: Math.max(0, rowCount - 1 - last) * rowPx,
  };
}
