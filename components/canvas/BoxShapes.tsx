'use client';

import type Konva from 'konva';
import { memo } from 'react';
import { Shape } from 'react-konva';
import type { PageBox, PixelSize } from '@/lib/core/geometry/box';
import { drawBox, pixelOf, type BoxForm } from './draw-box';

interface Props {
  readonly boxes: readonly PageBox[];
  readonly page: PixelSize;
  readonly form: BoxForm;
}

/** Any number of boxes of one form in one shape. */
export const BoxShapes = memo(function BoxShapes({ boxes, page, form }: Props) {
  const draw = (context: Konva.Context, shape: Konva.Shape) => {
    const pixel = pixelOf(shape);
    for (const box of boxes) drawBox(context, box, page, pixel, form);
  };
  return <Shape sceneFunc={draw} listening={false} perfectDrawEnabled={false} />;
});
