'use client';

import type Konva from 'konva';
import { Circle, Group, Image as KonvaImage, Layer, Rect } from 'react-konva';
import { zoomAt } from '@/lib/core/geometry/view-moves';
import type { PageView, ScreenPoint } from '@/lib/core/geometry/viewport';
import { paperColors } from './paper-colors';
import { placementOf } from './placement';

export const magnification = 3;
const radiusPx = 110;

interface Props {
  readonly view: PageView;
  readonly at: ScreenPoint;
  readonly picture: ImageBitmap | null;
  readonly layerRef: (layer: Konva.Layer | null) => void;
}

/** A round glass over the pointer that shows the page three times as large. */
export function Magnifier({ view, at, picture, layerRef }: Props) {
  const { page } = view;
  const placement = placementOf({ page, viewport: zoomAt(view.viewport, at, magnification) });
  const clip = (context: { arc: (x: number, y: number, radius: number, from: number, to: number) => void }) =>
    context.arc(at.x, at.y, radiusPx, 0, 2 * Math.PI);
  return (
    <Layer ref={layerRef} listening={false}>
      <Group clipFunc={clip}>
        <Circle x={at.x} y={at.y} radius={radiusPx} fill="#dfe2e5" />
        <Group {...placement}>
          <Rect width={page.width} height={page.height} fill={paperColors.paper} />
          {picture && <KonvaImage image={picture} width={page.width} height={page.height} />}
        </Group>
      </Group>
      <Circle x={at.x} y={at.y} radius={radiusPx} stroke={paperColors.focus} strokeWidth={2} />
    </Layer>
  );
}
