'use client';

import { memo } from 'react';
import { Rect } from 'react-konva';
import { toPixelBox, type PageBox, type PixelSize } from '@/lib/core/geometry/box';
import type { CanvasMark } from './mark';
import { paperColors } from './paper-colors';

/** Air around a box, in pixels of the screen. */
const airPx = 2;

interface BoxProps {
  readonly box: PageBox;
  readonly page: PixelSize;
  readonly scale: number;
  readonly stroke?: string;
  readonly fill?: string;
  readonly isDashed?: boolean;
  readonly widthPx?: number;
}

/** A rectangle whose line is as wide at any zoom. */
export function BoxShape({ box, page, scale, stroke, fill, isDashed, widthPx = 1 }: BoxProps) {
  const [x0, y0, x1, y1] = toPixelBox(box, page);
  const air = airPx / scale;
  return (
    <Rect
      x={x0 - air}
      y={y0 - air}
      width={x1 - x0 + 2 * air}
      height={y1 - y0 + 2 * air}
      {...(stroke ? { stroke, strokeWidth: widthPx, strokeScaleEnabled: false } : {})}
      {...(fill ? { fill } : {})}
      {...(isDashed ? { dash: [4, 3] } : {})}
      cornerRadius={2 / scale}
      listening={false}
      perfectDrawEnabled={false}
    />
  );
}

interface Props {
  readonly marks: readonly CanvasMark[];
  readonly page: PixelSize;
  readonly scale: number;
}

/** Evidence boxes: what is in focus comes last, on top. */
export const MarkLayer = memo(function MarkLayer({ marks, page, scale }: Props) {
  const ordered = [...marks].sort((a, b) => Number(a.isInFocus) - Number(b.isInFocus));
  return (
    <>
      {ordered.map(({ key, box, form, isInFocus }) => {
        const isSuggested = form === 'suggested';
        const calm = isSuggested ? paperColors.suggested : paperColors.person;
        const calmFill = isSuggested ? {} : { fill: paperColors.personFill };
        return (
          <BoxShape
            key={key}
            box={box}
            page={page}
            scale={scale}
            stroke={isInFocus ? paperColors.focus : calm}
            {...(isInFocus ? { fill: paperColors.focusFill } : calmFill)}
            widthPx={isInFocus ? 2 : 1}
            isDashed={isSuggested}
          />
        );
      })}
    </>
  );
});
