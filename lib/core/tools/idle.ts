import { handleAt } from '../geometry/box-handles';
import { linesBetween, wordAt } from '../geometry/word-index';
import { boxUnder, chosenBoxes, toggled } from './field-boxes';
import { finish, stay, type ToolReducer } from './types';

/** Waits for the pointer to go down and decides what begins. */
export const idle: ToolReducer<'idle'> = (state, event, context) => {
  if (event.type !== 'down' || event.button === 'other') return stay(state);
  const { tool, words, view, chosen } = context;
  const { page, screen, shift, alt, extend, clicks } = event;
  if (event.button === 'middle' || event.space || tool === 'pan') return stay({ kind: 'panning', last: screen });

  const [only, ...others] = chosenBoxes(context);
  const handle = only && others.length === 0 ? handleAt(view, only.box, screen) : null;
  if (only && handle) return stay({ kind: 'resizing-box', from: page, handle, original: only, box: only.box });

  const word = wordAt(words, page);
  const mode = extend ? 'add' : 'fill';
  const box = boxUnder(context, screen, { throughWords: tool === 'box' || alt, isOnWord: word !== null });
  if (box && (shift || extend)) return finish({ kind: 'choose-boxes', chosen: toggled(chosen, box.at) });
  if (box) {
    const boxes = chosen.includes(box.at) ? chosenBoxes(context) : [box];
    return stay({ kind: 'moving-boxes', from: page, start: screen, boxes, moved: boxes, word: tool === 'select' ? word : null, mode });
  }
  if (tool === 'select' && word !== null && !shift) {
    if (clicks < 2) return stay({ kind: 'selecting-words', anchor: word, unit: 'word', words: [word], mode });
    return stay({ kind: 'selecting-words', anchor: word, unit: 'line', words: linesBetween(words, word, word), mode: extend ? 'add' : 'refill' });
  }
  return stay({ kind: 'drawing-box', from: page, to: page, start: screen, mode, read: alt });
};
