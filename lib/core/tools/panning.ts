import { finish, type ToolReducer } from './types';

/** The page follows the pointer. */
export const panning: ToolReducer<'panning'> = (state, event) => {
  if (event.type === 'cancel' || event.type === 'up' || event.type === 'down') return finish();
  const effects = [{ kind: 'pan', dx: event.screen.x - state.last.x, dy: event.screen.y - state.last.y }] as const;
  return { state: { ...state, last: event.screen }, effects };
};
