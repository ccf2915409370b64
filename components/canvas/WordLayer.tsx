'use client';

import type Konva from 'konva';
import { memo } from 'react';
import { Shape } from 'react-konva';
import { toPixelBox, type PixelSize } from '@/lib/core/geometry/box';
import type { Word } from '@/lib/core/geometry/word';
import { paperColors } from './paper-colors';

interface Props {
  readonly words: readonly Word[];
  readonly page: PixelSize;
}

/** All OCR words of a page in one shape: dotted underlines say "this can be taken". */
export const WordLayer = memo(function WordLayer({ words, page }: Props) {
  const draw = (context: Konva.Context, shape: Konva.Shape) => {
    const pixel = 1 / shape.getAbsoluteScale().x;
    context.setAttr('strokeStyle', paperColors.word);
    context.setAttr('lineWidth', pixel);
    context.setLineDash([pixel, 2 * pixel]);
    context.beginPath();
    for (const word of words) {
      const [x0, , x1, y1] = toPixelBox(word.box, page);
      context.moveTo(x0, y1);
      context.lineTo(x1, y1);
    }
    context.stroke();
  };
  return <Shape sceneFunc={draw} listening={false} perfectDrawEnabled={false} />;
});
