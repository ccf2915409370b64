import { linesBetween, nearestWord, wordAt, wordsBetween } from '../geometry/word-index';
import { finish, stay, type ToolReducer } from './types';

/** From the word where the pointer went down to the one where it is, in reading order; by lines after a double click. */
export const selectingWords: ToolReducer<'selecting-words'> = (state, event, { words }) => {
  if (event.type === 'cancel') return finish();
  if (event.type === 'down') return stay(state);
  if (event.type === 'up') return finish({ kind: 'take-words', words: state.words, mode: state.mode });
  const to = wordAt(words, event.page) ?? nearestWord(words, event.page);
  if (to === null) return stay(state);
  const take = state.unit === 'line' ? linesBetween : wordsBetween;
  return stay({ ...state, words: take(words, state.anchor, to) });
};
