import { moveBox } from '../geometry/box-handles';
import { finish, isDrag, stay, type ToolReducer } from './types';

/** Boxes follow the pointer. Without a drag it was a click: it chooses the box, or takes the word in a chosen one. */
export const movingBoxes: ToolReducer<'moving-boxes'> = (state, event, { chosen }) => {
  if (event.type === 'cancel') return finish();
  if (event.type === 'down') return stay(state);
  const by = { x: event.page.x - state.from.x, y: event.page.y - state.from.y };
  const moved = state.boxes.map(({ at, box }) => ({ at, box: moveBox(box, by) }));
  const isMoved = state.moved !== state.boxes || isDrag(state.start, event.screen);
  if (event.type === 'move') return stay(isMoved ? { ...state, moved } : state);
  const own = state.boxes.map(({ at }) => at);
  const isChosen = own.every((at) => chosen.includes(at));
  if (!isMoved && isChosen && state.word !== null) return finish({ kind: 'take-words', words: [state.word], mode: state.mode });
  const choose = { kind: 'choose-boxes', chosen: own } as const;
  return isMoved ? finish(choose, { kind: 'change-boxes', boxes: moved }) : finish(choose);
};
