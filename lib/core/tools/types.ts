import type { PageBox } from '../geometry/box';
import type { BoxHandle } from '../geometry/box-handles';
import type { PagePoint, PageView, ScreenPoint } from '../geometry/viewport';
import type { WordIndex } from '../geometry/word-index';

/** The tool that the person chose: V, R and H. */
export type CanvasTool = 'select' | 'box' | 'pan';

/**
 * What words do to the field: fill it, add to what it has, or fill again the one
 * that the first click of a double click has just filled.
 */
export type TakeMode = 'fill' | 'add' | 'refill';

/** A box of the field in focus on this page; `at` is its place among all boxes of the field. */
export interface FieldBox {
  readonly at: number;
  readonly box: PageBox;
}

/** What the hand is doing right now; one file for each. */
export type ToolState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'panning'; readonly last: ScreenPoint }
  | { readonly kind: 'selecting-words'; readonly anchor: number; readonly unit: 'word' | 'line'; readonly words: readonly number[]; readonly mode: TakeMode }
  | {
      readonly kind: 'drawing-box';
      readonly from: PagePoint;
      readonly to: PagePoint;
      readonly start: ScreenPoint;
      readonly mode: TakeMode;
      /** Have the box read even where words lie in it. */
      readonly read: boolean;
    }
  | {
      readonly kind: 'moving-boxes';
      readonly from: PagePoint;
      readonly start: ScreenPoint;
      /** As they were; `moved` is where they are now. */
      readonly boxes: readonly FieldBox[];
      readonly moved: readonly FieldBox[];
      /** The word under the pointer, taken where this turns out to be a click into a chosen box. */
      readonly word: number | null;
      readonly mode: TakeMode;
    }
  | { readonly kind: 'resizing-box'; readonly from: PagePoint; readonly handle: BoxHandle; readonly original: FieldBox; readonly box: PageBox };

interface Pointer {
  readonly page: PagePoint;
  readonly screen: ScreenPoint;
}

export type ToolEvent =
  | (Pointer & {
      readonly type: 'down';
      readonly button: 'primary' | 'middle' | 'other';
      /** 1 for a click, 2 for the second of a double click. */
      readonly clicks: number;
      /** The space bar is held. */
      readonly space: boolean;
      readonly shift: boolean;
      readonly alt: boolean;
      /** Ctrl or Cmd: add to what is there. */
      readonly extend: boolean;
    })
  | (Pointer & { readonly type: 'move' })
  | (Pointer & { readonly type: 'up' })
  /** Esc, a lost pointer, another tool: whatever was begun is dropped. */
  | { readonly type: 'cancel' };

/** What the machine asks of those who can do it; the reducers do nothing themselves. */
export type ToolEffect =
  | { readonly kind: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'take-words'; readonly words: readonly number[]; readonly mode: TakeMode }
  /** `words` lie at least half inside the box; `read` asks for OCR of it all the same. */
  | { readonly kind: 'take-box'; readonly box: PageBox; readonly words: readonly number[]; readonly mode: TakeMode; readonly read: boolean }
  /** The boxes that are chosen from now on. */
  | { readonly kind: 'choose-boxes'; readonly chosen: readonly number[] }
  | { readonly kind: 'change-boxes'; readonly boxes: readonly FieldBox[] };

export interface ToolContext {
  readonly tool: CanvasTool;
  readonly words: WordIndex;
  readonly view: PageView;
  readonly boxes: readonly FieldBox[];
  /** Of `boxes`, by `at`. */
  readonly chosen: readonly number[];
}

export interface ToolStep {
  readonly state: ToolState;
  readonly effects: readonly ToolEffect[];
}

export type ToolReducer<Kind extends ToolState['kind']> = (
  state: Extract<ToolState, { kind: Kind }>,
  event: ToolEvent,
  context: ToolContext,
) => ToolStep;

/** CSS pixels below which a drag was a click. */
export const minDragPx = 4;

export const isDrag = (from: ScreenPoint, to: ScreenPoint): boolean =>
  Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) >= minDragPx;

export const idleState: ToolState = { kind: 'idle' };
export const stay = (state: ToolState): ToolStep => ({ state, effects: [] });
export const finish = (...effects: readonly ToolEffect[]): ToolStep => ({ state: idleState, effects });
