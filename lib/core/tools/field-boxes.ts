import { grabPx, isAtBox } from '../geometry/box-handles';
import type { PageBox } from '../geometry/box';
import type { ScreenPoint } from '../geometry/viewport';
import type { FieldBox, ToolContext } from './types';

const area = (box: PageBox): number => (box[2] - box[0]) * (box[3] - box[1]);

export const chosenBoxes = ({ boxes, chosen }: ToolContext): readonly FieldBox[] => boxes.filter(({ at }) => chosen.includes(at));

/** Chosen boxes with one more, or without it where it was among them. */
export const toggled = (chosen: readonly number[], at: number): readonly number[] =>
  chosen.includes(at) ? chosen.filter((other) => other !== at) : [...chosen, at];

/**
 * The box that a press grabs: a chosen one first, then the smallest. A box that
 * is not chosen lets a press on a word through to the word, unless `throughWords`.
 * With the box tool only the inside counts: beside a box another one may begin.
 */
export function boxUnder(
  context: ToolContext,
  point: ScreenPoint,
  { throughWords, isOnWord }: { readonly throughWords: boolean; readonly isOnWord: boolean },
): FieldBox | null {
  const edgePx = context.tool === 'box' ? 0 : grabPx;
  const under = context.boxes.filter(({ box }) => isAtBox(context.view, box, point, edgePx));
  const isChosen = ({ at }: FieldBox): boolean => context.chosen.includes(at);
  const grabbable = throughWords || !isOnWord ? under : under.filter(isChosen);
  const [first] = grabbable.toSorted((a, b) => Number(isChosen(b)) - Number(isChosen(a)) || area(a.box) - area(b.box));
  return first ?? null;
}
