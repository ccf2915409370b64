import { wordAt } from '../geometry/word-index';
import { stay, type ToolReducer } from './types';

/** Waits for the pointer to go down and decides what begins. */
export const idle: ToolReducer<'idle'> = (state, event, { tool, words }) => {
  if (event.type !== 'down' || event.button === 'other') return stay(state);
  if (event.button === 'middle' || event.space || tool === 'pan') return stay({ kind: 'panning', last: event.screen });
  const word = tool === 'select' && !event.shift ? wordAt(words, event.page) : null;
  if (word !== null) return stay({ kind: 'selecting-words', anchor: word, words: [word], extend: event.extend });
  return stay({ kind: 'drawing-box', from: event.page, to: event.page, start: event.screen, extend: event.extend });
};
