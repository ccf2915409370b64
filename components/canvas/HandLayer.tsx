'use client';

import type Konva from 'konva';
import { Group, Layer } from 'react-konva';
import type { PageBox } from '@/lib/core/geometry/box';
import { boxBetween } from '@/lib/core/geometry/viewport';
import type { HoverCue } from '@/lib/core/tools/cursor';
import type { FieldBox, ToolContext, ToolState } from '@/lib/core/tools/types';
import { BoxShapes } from './BoxShapes';
import type { BoxForm } from './draw-box';
import { HandleShape } from './HandleShape';
import { paperColors } from './paper-colors';

const forms = {
  hover: { fill: paperColors.hover, stroke: paperColors.focus },
  selection: { fill: paperColors.selection },
  drawn: { stroke: paperColors.focus, fill: paperColors.hover, widthPx: 2 },
  reading: { stroke: paperColors.focus, fill: paperColors.hover, widthPx: 2, isDashed: true },
} as const satisfies Record<string, BoxForm>;

/** The chosen boxes as they are under the hand right now. */
export function boxesInHand(state: ToolState, { boxes, chosen }: ToolContext): readonly FieldBox[] {
  if (state.kind === 'moving-boxes') return state.moved;
  if (state.kind === 'resizing-box') return [{ at: state.original.at, box: state.box }];
  return boxes.filter(({ at }) => chosen.includes(at));
}

interface Props {
  readonly state: ToolState;
  readonly cue: HoverCue;
  readonly context: ToolContext;
  readonly reading: readonly FieldBox['box'][];
  readonly placement: Konva.NodeConfig;
}

/** What changes while the hand moves: hovering, selecting, drawing, moving. Apart from what stands still. */
export function HandLayer({ state, cue, context, reading, placement }: Props) {
  const { words, view } = context;
  const { page } = view;
  const boxesOf = (indices: readonly number[]): readonly PageBox[] => indices.flatMap((at) => words.words.slice(at, at + 1).map(({ box }) => box));
  const inHand = boxesInHand(state, context);
  const [only] = inHand;
  return (
    <Layer listening={false}>
      <Group {...placement}>
        {reading.length > 0 && <BoxShapes boxes={reading} page={page} form={forms.reading} />}
        {cue.kind === 'word' && <BoxShapes boxes={boxesOf([cue.word])} page={page} form={forms.hover} />}
        {state.kind === 'selecting-words' && <BoxShapes boxes={boxesOf(state.words)} page={page} form={forms.selection} />}
        {state.kind === 'drawing-box' && <BoxShapes boxes={[boxBetween(state.from, state.to)]} page={page} form={forms.drawn} />}
        {inHand.length > 0 && <BoxShapes boxes={inHand.map(({ box }) => box)} page={page} form={forms.drawn} />}
      </Group>
      {only && inHand.length === 1 && <HandleShape view={view} box={only.box} />}
    </Layer>
  );
}
