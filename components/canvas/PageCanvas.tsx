'use client';

import { Center, Loader, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type ReactNode, type Ref, useCallback, useImperativeHandle, useMemo, useRef } from 'react';
import { Image as KonvaImage, Layer, Rect, Stage } from 'react-konva';
import { useTranslations } from 'use-intl';
import type { PageBox } from '@/lib/core/geometry/box';
import { nudgeBox, stretchBox } from '@/lib/core/geometry/nudge';
import { pictureSizeFor } from '@/lib/core/geometry/picture-size';
import type { PageWords, Word } from '@/lib/core/geometry/word';
import type { PageView } from '@/lib/core/geometry/viewport';
import { createWordIndex } from '@/lib/core/geometry/word-index';
import type { CanvasTool, FieldBox, TakeMode, ToolContext, ToolEffect, ToolState } from '@/lib/core/tools/types';
import classes from './canvas.module.css';
import { HandLayer, boxesInHand } from './HandLayer';
import { Magnifier, magnification } from './Magnifier';
import type { CanvasMark } from './mark';
import { MarkLayer } from './MarkLayer';
import type { PageLight } from './page-light';
import { paperColors } from './paper-colors';
import { placementOf } from './placement';
import { useLayerFilter } from './use-layer-filter';
import { useMagnifier } from './use-magnifier';
import { usePagePicture, type PictureUrl } from './use-page-picture';
import { useTool } from './use-tool';
import { useReveal, useViewport } from './use-viewport';
import { useWheel } from './use-wheel';
import { WordLayer } from './WordLayer';

/** A box as it was drawn, with the words that lie in it; `read` asks for OCR of it all the same. */
export interface DrawnBox {
  readonly box: PageBox;
  readonly words: readonly Word[];
  readonly mode: TakeMode;
  readonly read: boolean;
}

/** What a person does on the page; without it the page is only looked at. */
export interface CanvasHand {
  readonly onWords: (words: readonly Word[], mode: TakeMode) => void;
  readonly onBox: (drawn: DrawnBox) => void;
  readonly onChoose: (chosen: readonly number[]) => void;
  /** `isStep` for one of many small changes that are one to undo. */
  readonly onChange: (boxes: readonly FieldBox[], isStep: boolean) => void;
}

export interface CanvasHandle {
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly turn: (quarters: number) => void;
  readonly cancel: () => void;
  /** Moves the chosen boxes by CSS pixels, or the right and lower edges of them. */
  readonly nudge: (dx: number, dy: number, what: 'box' | 'edges') => void;
}

export interface PageCanvasProps {
  readonly page: PageWords;
  readonly pictureUrl: PictureUrl;
  /** What a screen reader says of the picture. */
  readonly label: string;
  readonly tool: CanvasTool;
  readonly marks: readonly CanvasMark[];
  /** Of the field in focus, on this page. */
  readonly boxes: readonly FieldBox[];
  readonly chosen: readonly number[];
  /** Boxes that the server is reading. */
  readonly reading: readonly PageBox[];
  readonly light: PageLight;
  readonly isMagnified: boolean;
  readonly showWords: boolean;
  readonly target: { readonly key: string; readonly box: PageBox } | null;
  readonly hand: CanvasHand | null;
  /** Drawn over the page as it lies on the screen. */
  readonly over?: ((view: PageView) => ReactNode) | undefined;
  readonly handle?: Ref<CanvasHandle>;
}

function cursorOf(tool: CanvasTool, state: ToolState, cue: ReturnType<typeof useTool>['cue']): string {
  if (state.kind === 'panning') return 'grabbing';
  if (state.kind === 'moving-boxes' || cue.kind === 'box') return 'move';
  if (cue.kind === 'handle') return cue.cursor;
  if (tool === 'pan') return 'grab';
  return cue.kind === 'word' ? 'word' : tool;
}

/** One page with its words and boxes; everything that decides is in `lib/core`. */
export default function PageCanvas(props: PageCanvasProps) {
  const t = useTranslations('canvas.pageCanvas');
  const { page, pictureUrl, label, marks, boxes, chosen, light, hand } = props;
  const tool = hand ? props.tool : 'pan';
  const { ref: sizeRef, width, height } = useElementSize();
  const canvas = useMemo(() => ({ width, height }), [width, height]);
  const words = useMemo(() => createWordIndex(page.words), [page.words]);
  const { viewport, hasRoom, zoom, pan, fit, turn, change, glide } = useViewport(page, canvas);
  useReveal(props.target, page, canvas, glide);
  const view = { viewport, page };
  const context: ToolContext = { tool, words, view, boxes, chosen };

  const onEffect = (effect: ToolEffect) => {
    const pick = (indices: readonly number[]) => indices.flatMap((at) => page.words[at] ?? []);
    if (effect.kind === 'pan') return pan(effect.dx, effect.dy);
    if (effect.kind === 'take-words') return hand?.onWords(pick(effect.words), effect.mode);
    if (effect.kind === 'take-box') return hand?.onBox({ ...effect, words: pick(effect.words) });
    if (effect.kind === 'choose-boxes') return hand?.onChoose(effect.chosen);
    return hand?.onChange(effect.boxes, false);
  };
  const { state, cue, handlers, cancel } = useTool({ context, onEffect, onPinch: change });
  const lens = useMagnifier(props.isMagnified);
  const wanted = pictureSizeFor(page, viewport.scale * (lens.at ? magnification : 1), window.devicePixelRatio);
  const picture = usePagePicture(pictureUrl, wanted);
  const bitmap = picture.status === 'loaded' ? picture.bitmap : null;
  const layerRef = useLayerFilter(light);

  const nudge: CanvasHandle['nudge'] = (dx, dy, what) => {
    const move = what === 'box' ? nudgeBox : stretchBox;
    const inHand = boxesInHand(state, context).map(({ at, box }) => ({ at, box: move(view, box, dx, dy) }));
    if (inHand.length > 0) hand?.onChange(inHand, true);
  };
  const latestNudge = useRef(nudge);
  latestNudge.current = nudge;
  const nudgeNow = useCallback<CanvasHandle['nudge']>((...how) => latestNudge.current(...how), []);
  useImperativeHandle(props.handle, () => ({ zoom, fit, turn, cancel, nudge: nudgeNow }), [zoom, fit, turn, cancel, nudgeNow]);

  const frame = useRef<HTMLDivElement>(null);
  useWheel(frame, { zoom, pan });
  const placement = placementOf(view);
  const inHand = new Set(boxesInHand(state, context).map(({ at }) => at));
  // A mark that is in the hand is drawn there alone.
  const still = inHand.size === 0 ? marks : marks.filter(({ isInFocus, form, at }) => !(isInFocus && form === 'person' && inHand.has(at)));
  return (
    <div ref={frame} className={classes.frame}>
      <div
        ref={sizeRef}
        className={classes.canvas}
        role="img"
        aria-label={label}
        data-cursor={cursorOf(tool, state, cue)}
        data-scale={viewport.scale}
        data-x={viewport.x}
        data-y={viewport.y}
        data-turns={viewport.turns}
        data-picture={bitmap ? Math.max(bitmap.width, bitmap.height) : undefined}
        // Keeps the text cursor in the field that is being filled.
        onMouseDown={(event) => event.preventDefault()}
        {...handlers}
        onPointerMove={(event) => {
          lens.onPointerMove(event);
          handlers.onPointerMove(event);
        }}
      >
        {hasRoom && (
          <Stage width={width} height={height} listening={false}>
            <Layer ref={layerRef} listening={false} {...placement}>
              <Rect width={page.width} height={page.height} fill={paperColors.paper} />
              {bitmap && <KonvaImage image={bitmap} width={page.width} height={page.height} />}
            </Layer>
            <Layer listening={false} {...placement}>
              {props.showWords && <WordLayer words={page.words} page={page} />}
              <MarkLayer marks={still} page={page} />
            </Layer>
            <HandLayer state={state} cue={cue} context={context} reading={props.reading} placement={placement} />
            {lens.at && <Magnifier view={view} at={lens.at} picture={bitmap} layerRef={layerRef} />}
          </Stage>
        )}
      </div>
      {hasRoom && props.over?.(view)}
      {picture.status !== 'loaded' && (
        <Center className={classes.notice} role="status">
          {picture.status === 'loading' ? <Loader size="sm" /> : <Text size="sm">{t('pageImageCannotLoaded')}</Text>}
        </Center>
      )}
    </div>
  );
}
