'use client';

import { Center, Loader, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type Ref, type WheelEvent, useCallback, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { Image as KonvaImage, Layer, Rect, Stage } from 'react-konva';
import { type PageBox } from '@/lib/core/geometry/box';
import { boxBetween, screenPoint } from '@/lib/core/geometry/viewport';
import type { PageWords, Word } from '@/lib/core/geometry/word';
import { createWordIndex } from '@/lib/core/geometry/word-index';
import type { CanvasTool, ToolEffect } from '@/lib/core/tools/types';
import classes from './canvas.module.css';
import type { CanvasMark } from './mark';
import { BoxShape, MarkLayer } from './MarkLayer';
import { paperColors } from './paper-colors';
import { usePageImage } from './use-page-image';
import { useTool } from './use-tool';
import { useReveal, useViewport } from './use-viewport';
import { WordLayer } from './WordLayer';

export interface CanvasHandle {
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly cancel: () => void;
}

export interface PageCanvasProps {
  readonly page: PageWords;
  readonly imageUrl: string;
  /** What a screen reader says of the picture. */
  readonly label: string;
  readonly tool: CanvasTool;
  readonly marks: readonly CanvasMark[];
  readonly showWords: boolean;
  readonly isReadOnly: boolean;
  readonly target: { readonly key: string; readonly box: PageBox } | null;
  readonly onWords?: (words: readonly Word[], extend: boolean) => void;
  readonly onBox?: (box: PageBox, inside: readonly Word[]) => void;
  readonly handle?: Ref<CanvasHandle>;
}

/** One page with its words and boxes; everything that decides is in `lib/core`. */
export default function PageCanvas(props: PageCanvasProps) {
  const { page, imageUrl, label, tool, marks, showWords, isReadOnly, target, onWords, onBox } = props;
  const { ref: sizeRef, width, height } = useElementSize();
  const canvas = useMemo(() => ({ width, height }), [width, height]);
  const index = useMemo(() => createWordIndex(page.words), [page.words]);
  const image = usePageImage(imageUrl);
  const { viewport, hasRoom, zoom, pan, fit, change } = useViewport(page, canvas, imageUrl);
  useReveal(target, page, canvas, change);

  const onEffect = useCallback(
    (effect: ToolEffect) => {
      const pick = (indices: readonly number[]) => indices.map((at) => page.words[at] as Word);
      if (effect.kind === 'pan') pan(effect.dx, effect.dy);
      else if (effect.kind === 'take-words') onWords?.(pick(effect.words), effect.extend);
      else onBox?.(effect.box, pick(effect.words));
    },
    [page.words, pan, onWords, onBox],
  );
  const { state, hovered, handlers, cancel } = useTool({ tool, words: index, page, viewport, isReadOnly, onEffect });
  useImperativeHandle(props.handle, () => ({ zoom, fit, cancel }), [zoom, fit, cancel]);

  // React's own wheel listener is passive, and the browser would zoom the whole page.
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    const keep = (event: globalThis.WheelEvent) => event.preventDefault();
    element?.addEventListener('wheel', keep, { passive: false });
    return () => element?.removeEventListener('wheel', keep);
  }, []);
  const onWheel = (event: WheelEvent<HTMLDivElement>) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    if (event.ctrlKey || event.metaKey) {
      zoom(Math.exp(-event.deltaY / 300), screenPoint(event.clientX - bounds.left, event.clientY - bounds.top));
    } else if (event.shiftKey) pan(-event.deltaY, 0);
    else pan(-event.deltaX, -event.deltaY);
  };

  const group = { x: viewport.x, y: viewport.y, scaleX: viewport.scale, scaleY: viewport.scale };
  const selected = state.kind === 'selecting-words' ? state.words : [];
  const drawn = state.kind === 'drawing-box' ? boxBetween(state.from, state.to) : null;
  const hand = isReadOnly || tool === 'pan' || state.kind === 'panning';
  return (
    <div ref={frame} className={classes.frame} onWheel={onWheel}>
      <div
        ref={sizeRef}
        className={classes.canvas}
        role="img"
        aria-label={label}
        data-cursor={hand ? (state.kind === 'panning' ? 'grabbing' : 'grab') : hovered !== null ? 'word' : tool}
        data-scale={viewport.scale}
        data-x={viewport.x}
        data-y={viewport.y}
        // Keeps the text cursor in the field that is being filled.
        onMouseDown={(event) => event.preventDefault()}
        {...handlers}
      >
        {hasRoom && (
          <Stage width={width} height={height} listening={false}>
            <Layer listening={false} {...group}>
              <Rect width={page.width} height={page.height} fill="#fff" />
              {image.status === 'loaded' && <KonvaImage image={image.image} width={page.width} height={page.height} />}
              {showWords && <WordLayer words={page.words} page={page} />}
            </Layer>
            <Layer listening={false} {...group}>
              <MarkLayer marks={marks} page={page} scale={viewport.scale} />
              {hovered !== null && state.kind === 'idle' && page.words[hovered] && (
                <BoxShape box={page.words[hovered].box} page={page} scale={viewport.scale} fill={paperColors.hover} stroke={paperColors.focus} />
              )}
              {selected.map((at) => page.words[at] && (
                <BoxShape key={at} box={page.words[at].box} page={page} scale={viewport.scale} fill={paperColors.selection} />
              ))}
              {drawn && <BoxShape box={drawn} page={page} scale={viewport.scale} stroke={paperColors.focus} fill={paperColors.hover} widthPx={2} />}
            </Layer>
          </Stage>
        )}
      </div>
      {image.status !== 'loaded' && (
        <Center className={classes.notice} role="status">
          {image.status === 'loading' ? <Loader size="sm" /> : <Text size="sm">The page image cannot be loaded. The words still can be taken.</Text>}
        </Center>
      )}
    </div>
  );
}
