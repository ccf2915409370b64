'use client';

import type Konva from 'konva';
import { memo, useState } from 'react';
import { Shape } from 'react-konva';
import { toPixelBox, type PixelSize } from '@/lib/core/geometry/box';
import type { Word } from '@/lib/core/geometry/word';
import { pixelOf } from './draw-box';
import { paperColors } from './paper-colors';

interface Props {
  readonly words: readonly Word[];
  readonly page: PixelSize;
}

/** A dot and its gap, in CSS pixels. */
const dotPx = { on: 1, every: 3 } as const;

/** A row of dots to fill with: drawing each dot of a thousand words as a dash of a line takes far longer. */
function makeDots(): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = dotPx.every;
  tile.height = 1;
  const context = tile.getContext('2d');
  if (!context) return null;
  context.fillStyle = paperColors.word;
  context.fillRect(0, 0, dotPx.on, 1);
  return context.createPattern(tile, 'repeat');
}

/** All OCR words of a page in one shape: dotted underlines say "this can be taken". */
export const WordLayer = memo(function WordLayer({ words, page }: Props) {
  const [dots] = useState(makeDots);
  const draw = (context: Konva.Context, shape: Konva.Shape) => {
    const pixel = pixelOf(shape);
    dots?.setTransform(new DOMMatrix([pixel, 0, 0, pixel, 0, 0]));
    context.setAttr('fillStyle', dots ?? paperColors.word);
    for (const word of words) {
      const [x0, , x1, y1] = toPixelBox(word.box, page);
      context.fillRect(x0, y1, x1 - x0, pixel);
    }
  };
  return <Shape sceneFunc={draw} listening={false} perfectDrawEnabled={false} />;
});
