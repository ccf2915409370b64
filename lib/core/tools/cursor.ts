import { directionOnScreen, handleAt } from '../geometry/box-handles';
import type { ScreenPoint } from '../geometry/viewport';
import { wordAt } from '../geometry/word-index';
import { toPage } from '../geometry/viewport';
import { boxUnder, chosenBoxes } from './field-boxes';
import type { ToolContext } from './types';

/** What the pointer would do if it went down: the canvas shows it. */
export type HoverCue =
  | { readonly kind: 'word'; readonly word: number }
  | { readonly kind: 'handle'; readonly cursor: 'ns' | 'ew' | 'nwse' | 'nesw' }
  | { readonly kind: 'box' }
  | { readonly kind: 'none' };

/** What lies under the pointer for the tool at hand, by the rules that `idle` follows. */
export function cueAt(context: ToolContext, screen: ScreenPoint): HoverCue {
  const { tool, view, words } = context;
  if (tool === 'pan') return { kind: 'none' };
  const [only, ...others] = chosenBoxes(context);
  const handle = only && others.length === 0 ? handleAt(view, only.box, screen) : null;
  if (handle) {
    const { x, y } = directionOnScreen(handle, view);
    if (x === 0) return { kind: 'handle', cursor: 'ns' };
    if (y === 0) return { kind: 'handle', cursor: 'ew' };
    return { kind: 'handle', cursor: x === y ? 'nwse' : 'nesw' };
  }
  const word = wordAt(words, toPage(view.viewport, view.page, screen));
  if (boxUnder(context, screen, { throughWords: tool === 'box', isOnWord: word !== null })) return { kind: 'box' };
  return tool === 'select' && word !== null ? { kind: 'word', word } : { kind: 'none' };
}
