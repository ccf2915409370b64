'use client';

import type Konva from 'konva';
import { memo } from 'react';
import { Shape } from 'react-konva';
import { toPixelBox, type PixelSize } from '@/lib/core/geometry/box';
import { drawBox, pixelOf, type BoxForm } from './draw-box';
import type { CanvasMark } from './mark';
import { paperColors } from './paper-colors';

/** The bar under a suggestion: as long as the model is sure. In CSS pixels. */
const bar = { widthPx: 28, heightPx: 3, gapPx: 3 } as const;

function formOf({ form, isInFocus }: CanvasMark): BoxForm {
  const isDashed = form === 'suggested';
  if (isInFocus) return { stroke: paperColors.focus, fill: paperColors.focusFill, widthPx: 2, isDashed };
  return isDashed
    ? { stroke: paperColors.suggested, fill: paperColors.suggestedFill, isDashed }
    : { stroke: paperColors.person, fill: paperColors.personFill };
}

function drawConfidence(context: Konva.Context, { box, confidence, isInFocus }: CanvasMark, page: PixelSize, pixel: number): void {
  if (confidence === null) return;
  const [x0, , x1, y1] = toPixelBox(box, page);
  const width = Math.min(bar.widthPx * pixel, Math.max(x1 - x0, 12 * pixel));
  const top = y1 + bar.gapPx * pixel;
  context.setAttr('fillStyle', paperColors.barGround);
  context.fillRect(x0, top, width, bar.heightPx * pixel);
  context.setAttr('fillStyle', isInFocus ? paperColors.focus : paperColors.suggested);
  context.fillRect(x0, top, width * confidence, bar.heightPx * pixel);
}

interface Props {
  readonly marks: readonly CanvasMark[];
  readonly page: PixelSize;
}

/** All evidence boxes of a page in one shape: what is in focus comes last, on top. */
export const MarkLayer = memo(function MarkLayer({ marks, page }: Props) {
  const ordered = marks.toSorted((a, b) => Number(a.isInFocus) - Number(b.isInFocus));
  const draw = (context: Konva.Context, shape: Konva.Shape) => {
    const pixel = pixelOf(shape);
    for (const mark of ordered) {
      drawBox(context, mark.box, page, pixel, formOf(mark));
      drawConfidence(context, mark, page, pixel);
    }
    context.setLineDash([]);
  };
  return <Shape sceneFunc={draw} listening={false} perfectDrawEnabled={false} />;
});
