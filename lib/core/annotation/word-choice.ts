import type { PageBox } from '../geometry/box';
import { isLeafItem, type FieldShape } from './fields';

/** Places of the chosen words among those of the page; the last one is where a step starts. */
export type WordChoice = readonly number[];

/** The keys that put chosen words into a field, in the order of the fields: 1–9, 0, then letters. */
export const fieldKeys: readonly string[] = [...'1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The fields that have such a key, by pointer: those outside of lists, as many as there are keys. */
export const keyedFields = (items: readonly FieldShape[]): ReadonlyMap<string, string> =>
  new Map(
    items
      .filter((item) => isLeafItem(item) && item.row === null)
      .slice(0, fieldKeys.length)
      .map(({ pointer }, at) => [pointer, fieldKeys[at] ?? '']),
  );

/** The word beside the one that was chosen last; `start` where none is. Stays on the page. */
export function stepWord(count: number, chosen: WordChoice, by: -1 | 1, start: number): WordChoice {
  if (count === 0) return [];
  const last = chosen.at(-1);
  return [Math.min(count - 1, Math.max(0, last === undefined ? start : last + by))];
}

/** One word more, or one less; the first stays. */
export function growWords(count: number, chosen: WordChoice, by: -1 | 1): WordChoice {
  const last = chosen.at(-1);
  if (last === undefined) return chosen;
  if (by === -1) return chosen.length > 1 ? chosen.slice(0, -1) : chosen;
  return last + 1 < count && !chosen.includes(last + 1) ? [...chosen, last + 1] : chosen;
}

/** The first word behind all that lie in the boxes; the first of the page where none does. */
export function wordBehind(words: readonly { readonly box: PageBox }[], boxes: readonly PageBox[]): number {
  const isIn = ([x0, y0, x1, y1]: PageBox): boolean => {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return boxes.some((box) => box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3]);
  };
  const last = words.findLastIndex(({ box }) => isIn(box));
  return last + 1 < words.length ? last + 1 : 0;
}
