import { boxBetween } from '../geometry/viewport';
import { wordsInBox } from '../geometry/word-index';
import { finish, stay, type ToolReducer } from './types';

/** CSS pixels below which a drag was a click. */
export const minDragPx = 4;

/**
 * A rectangle. The select tool takes the words inside it; the box tool takes
 * the box as it was drawn.
 */
export const drawingBox: ToolReducer<'drawing-box'> = (state, event, { tool, words }) => {
  if (event.type === 'cancel') return finish();
  if (event.type === 'down') return stay(state);
  if (event.type === 'move') return stay({ ...state, to: event.page });
  const dragged = Math.max(Math.abs(event.screen.x - state.start.x), Math.abs(event.screen.y - state.start.y));
  if (dragged < minDragPx) return finish();
  const box = boxBetween(state.from, event.page);
  const inside = wordsInBox(words, box);
  if (tool === 'box') return finish({ kind: 'take-box', box, words: inside });
  return inside.length === 0 ? finish() : finish({ kind: 'take-words', words: inside, extend: state.extend });
};
