import { resizeBox } from '../geometry/box-handles';
import { finish, stay, type ToolReducer } from './types';

/** The edges that the handle holds follow the pointer. */
export const resizingBox: ToolReducer<'resizing-box'> = (state, event, { view }) => {
  if (event.type === 'cancel') return finish();
  if (event.type === 'down') return stay(state);
  const { original, handle, from } = state;
  const by = { x: event.page.x - from.x, y: event.page.y - from.y };
  if (event.type === 'move') return stay({ ...state, box: resizeBox(original.box, handle, by, view.page) });
  // A press and a release in one place changed nothing: no step to undo.
  if (by.x === 0 && by.y === 0) return finish();
  return finish({ kind: 'change-boxes', boxes: [{ at: original.at, box: resizeBox(original.box, handle, by, view.page) }] });
};
