'use client';

import type Konva from 'konva';
import { Shape } from 'react-konva';
import type { PageBox } from '@/lib/core/geometry/box';
import { boxHandles, handlePoint } from '@/lib/core/geometry/box-handles';
import type { PageView } from '@/lib/core/geometry/viewport';
import { paperColors } from './paper-colors';

/** Side of a handle as it is drawn; it answers to the pointer further out. */
const sidePx = 7;

/** The eight handles of the chosen box, in pixels of the screen. */
export function HandleShape({ view, box }: { readonly view: PageView; readonly box: PageBox }) {
  const draw = (context: Konva.Context) => {
    context.setAttr('lineWidth', 1.5);
    context.setAttr('strokeStyle', paperColors.focus);
    context.setAttr('fillStyle', paperColors.paper);
    context.beginPath();
    for (const handle of boxHandles) {
      const { x, y } = handlePoint(view, box, handle);
      context.rect(x - sidePx / 2, y - sidePx / 2, sidePx, sidePx);
    }
    context.fill();
    context.stroke();
  };
  return <Shape sceneFunc={draw} listening={false} perfectDrawEnabled={false} />;
}
