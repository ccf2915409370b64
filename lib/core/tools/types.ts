import type { PageBox } from '../geometry/box';
import type { PagePoint, ScreenPoint } from '../geometry/viewport';
import type { WordIndex } from '../geometry/word-index';

/** The tool that the person chose: V, R and H. */
export type CanvasTool = 'select' | 'box' | 'pan';

/** What the hand is doing right now; one file for each. */
export type ToolState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'panning'; readonly last: ScreenPoint }
  | { readonly kind: 'selecting-words'; readonly anchor: number; readonly words: readonly number[]; readonly extend: boolean }
  | { readonly kind: 'drawing-box'; readonly from: PagePoint; readonly to: PagePoint; readonly start: ScreenPoint; readonly extend: boolean };

interface Pointer {
  readonly page: PagePoint;
  readonly screen: ScreenPoint;
}

export type ToolEvent =
  | (Pointer & {
      readonly type: 'down';
      readonly button: 'primary' | 'middle' | 'other';
      /** The space bar is held. */
      readonly space: boolean;
      readonly shift: boolean;
      /** Ctrl or Cmd: add to what the field already has. */
      readonly extend: boolean;
    })
  | (Pointer & { readonly type: 'move' })
  | (Pointer & { readonly type: 'up' })
  /** Esc, a lost pointer, another tool: whatever was begun is dropped. */
  | { readonly type: 'cancel' };

/** What the machine asks of those who can do it; the reducers do nothing themselves. */
export type ToolEffect =
  | { readonly kind: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'take-words'; readonly words: readonly number[]; readonly extend: boolean }
  /** `words` lie at least half inside the box. */
  | { readonly kind: 'take-box'; readonly box: PageBox; readonly words: readonly number[] };

export interface ToolContext {
  readonly tool: CanvasTool;
  readonly words: WordIndex;
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

export const idleState: ToolState = { kind: 'idle' };
export const stay = (state: ToolState): ToolStep => ({ state, effects: [] });
export const finish = (...effects: readonly ToolEffect[]): ToolStep => ({ state: idleState, effects });
