'use client';

import { useMemo } from 'react';
import type { EvidenceBox } from '@/lib/core/record/evidence';
import type { CanvasMark } from '@/components/canvas/mark';
import type { PanelModel } from './fields/panel-model';

const marksOf = (
  boxes: readonly EvidenceBox[],
  pointer: string,
  page: number,
  form: CanvasMark['form'],
  focus: string | null,
): CanvasMark[] =>
  boxes.flatMap(({ page: at, box }, index) =>
    at === page ? [{ key: `${form}${pointer}#${index}`, box, form, isInFocus: pointer === focus }] : [],
  );

/** Boxes to draw on a page: what people marked, and what a model suggests where they have not. */
export function useMarks({ content, open, focus }: PanelModel, page: number): readonly CanvasMark[] {
  return useMemo(() => {
    const suggested = [...Object.values(open.leaves), ...Object.values(open.lists).flatMap(({ leaves }) => leaves)];
    return [
      ...suggested.flatMap(({ pointer, boxes }) => marksOf(boxes, pointer, page, 'suggested', focus)),
      ...Object.entries(content.evidence).flatMap(([pointer, boxes]) => marksOf(boxes, pointer, page, 'person', focus)),
    ];
  }, [content.evidence, open, focus, page]);
}
