import type { PageBox } from '../geometry/box';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/**
 * A box in words, for people who do not see it: "Name: Ann Lee, box at 12 % across, 8 % down".
 * @param box 0–1 of the page; its upper left corner is what is said.
 */
export const spokenBox = (text: string, box: PageBox): string => `${text}, box at ${percent(box[0])} across, ${percent(box[1])} down`;

/**
 * The part of a long list that is drawn, with the active item in it.
 * @param most at least 1.
 * @returns the first and the one behind the last.
 */
export function windowAround(active: number, count: number, most: number): readonly [from: number, to: number] {
  const from = Math.max(0, Math.min(active - Math.floor(most / 2), count - most));
  return [from, Math.min(count, from + most)];
}
