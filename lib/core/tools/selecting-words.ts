import { nearestWord, wordAt, wordsBetween } from '../geometry/word-index';
import { finish, stay, type ToolReducer } from './types';

/** From the word where the pointer went down to the one where it is, in reading order. */
export const selectingWords: ToolReducer<'selecting-words'> = (state, event, { words }) => {
  if (event.type === 'cancel') return finish();
  if (event.type === 'down') return stay(state);
  if (event.type === 'up') return finish({ kind: 'take-words', words: state.words, extend: state.extend });
  const to = wordAt(words, event.page) ?? nearestWord(words, event.page);
  return to === null ? stay(state) : stay({ ...state, words: wordsBetween(words, state.anchor, to) });
};
