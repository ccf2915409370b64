'use client';

import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useLayoutEffect, useState, type RefObject } from 'react';

/** Up to here all rows are drawn: the browser's own search finds them, and heights are what they are. */
const drawnWhole = 80;
const rowPx = 29;

interface DrawnRow {
  readonly row: number;
  /** Blank for the rows that are not drawn between it and the one before, in pixels. */
  readonly gap: number;
}

interface RowWindow {
  readonly rows: readonly DrawnRow[];
  /** Blank for the rows that are not drawn after the last, in pixels. */
  readonly below: number;
  /** Takes a drawn row (its place is in `data-index`), so that blanks are as high as what they stand for. */
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined;
}

/** The rows in sight and the one in focus, which keeps the cursor while it is scrolled away. */
const rowsToDraw = (range: Range, head: number | null): number[] =>
  [...new Set([...defaultRangeExtractor(range), ...(head !== null && head < range.count ? [head] : [])])].sort((a, b) => a - b);

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
  const virtual = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: isLong ? rowCount : 0,
    getScrollElement: scroller,
    estimateSize: () => rowPx,
    overscan: 12,
    scrollMargin: margin,
    rangeExtractor: (range) => rowsToDraw(range, head),
  });
  useLayoutEffect(() => {
    if (isLong && head !== null) virtual.scrollToIndex(head, { align: 'auto' });
  }, [isLong, head, virtual]);
  if (!isLong) return { rows: Array.from({ length: rowCount }, (_, row) => ({ row, gap: 0 })), below: 0, measure: undefined };
  const shown = virtual.getVirtualItems();
  return {
    rows: shown.map(({ index, start }, at) => ({ row: index, gap: Math.max(0, start - (shown[at - 1]?.end ?? margin)) })),
    below: Math.max(0, margin + virtual.getTotalSize() - (shown.at(-1)?.end ?? margin)),
    measure: virtual.measureElement,
  };
}
