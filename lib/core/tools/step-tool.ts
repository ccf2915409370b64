import { drawingBox } from './drawing-box';
import { idle } from './idle';
import { movingBoxes } from './moving-boxes';
import { panning } from './panning';
import { resizingBox } from './resizing-box';
import { selectingWords } from './selecting-words';
import type { ToolContext, ToolEvent, ToolState, ToolStep } from './types';

/** One step of the canvas: what the hand is doing next, and what that asks for. */
export function stepTool(state: ToolState, event: ToolEvent, context: ToolContext): ToolStep {
  switch (state.kind) {
    case 'idle':
      return idle(state, event, context);
    case 'panning':
      return panning(state, event, context);
    case 'selecting-words':
      return selectingWords(state, event, context);
    case 'drawing-box':
      return drawingBox(state, event, context);
    case 'moving-boxes':
      return movingBoxes(state, event, context);
    case 'resizing-box':
      return resizingBox(state, event, context);
  }
}
