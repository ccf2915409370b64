import { pagePoint, toScreen, type PageView } from '@/lib/core/geometry/viewport';

/** Puts pixels of the page where the view has them: attributes of a Konva group. */
export function placementOf({ viewport, page }: PageView) {
  const { x, y } = toScreen(viewport, page, pagePoint(0, 0));
  return { x, y, scaleX: viewport.scale, scaleY: viewport.scale, rotation: viewport.turns * 90 };
}
