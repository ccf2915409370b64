'use client';

import type Konva from 'konva';
import { useCallback, useEffect, useRef } from 'react';
import { filterOf, type PageLight } from './page-light';

/** Shows a layer in another light: the browser filters its canvas, nothing is drawn anew. */
export function useLayerFilter(light: PageLight): (layer: Konva.Layer | null) => void {
  const layers = useRef(new Set<Konva.Layer>());
  const filter = filterOf(light);
  const latest = useRef(filter);
  latest.current = filter;
  useEffect(() => {
    for (const layer of layers.current) layer.getNativeCanvasElement().style.filter = filter;
  }, [filter]);
  return useCallback((layer: Konva.Layer | null) => {
    if (!layer) return undefined;
    const known = layers.current;
    known.add(layer);
    layer.getNativeCanvasElement().style.filter = latest.current;
    return () => known.delete(layer);
  }, []);
}
