import { boxBetween } from '../geometry/viewport';
import { wordsInBox } from '../geometry/word-index';
import { finish, isDrag, stay, type ToolReducer } from './types';

/**
 * A rectangle. The select tool takes the words inside it; the box tool takes
 * the box as it was drawn. A click on empty ground lets go of chosen boxes.
 */
export const drawingBox: ToolReducer<'drawing-box'> = (state, event, { tool, words, chosen }) => {
  if (event.type === 'cancel') return finish();
  if (event.type === 'down') return stay(state);
  if (event.type === 'move') return stay({ ...state, to: event.page });
  if (!isDrag(state.start, event.screen)) return chosen.length > 0 ? finish({ kind: 'choose-boxes', chosen: [] }) : finish();
  const box = boxBetween(state.from, event.page);
  const inside = wordsInBox(words, box);
  if (tool === 'box') return finish({ kind: 'take-box', box, words: inside, mode: state.mode, read: state.read });
  return inside.length === 0 ? finish() : finish({ kind: 'take-words', words: inside, mode: state.mode });
};
