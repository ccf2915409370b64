/** One thing that a hand does: a key (a combination is one), a click, a drag. */
export type Act = 'key' | 'click' | 'drag';
export type Play = readonly Act[];

/** Card, Moran and Newell: a key of an average typist, pointing at something, a button down or up, hand to the mouse or back. */
const seconds = { key: 0.2, point: 1.1, button: 0.1, home: 0.4 } as const;
const secondsOf: Readonly<Record<Act, number>> = {
  key: seconds.key,
  click: seconds.point + 2 * seconds.button,
  drag: 2 * seconds.point + 2 * seconds.button,
};

/** Seconds of an unthinking hand that knows what to do (keystroke-level model without its mental operators). */
export const secondsFor = (play: Play): number =>
  play.reduce((sum, act, at) => sum + secondsOf[act] + (at > 0 && (act === 'key') !== (play[at - 1] === 'key') ? seconds.home : 0), 0);

export const keys = (count: number): Play => Array.from({ length: count }, () => 'key');

/** The play with the fewest acts; among equals the quickest. @throws Error for none */
export function cheapest(...plays: readonly Play[]): Play {
  const [first, ...others] = plays;
  if (!first) throw new Error('There is no play to choose from.');
  return others.reduce((best, play) => {
    const isBetter = play.length < best.length || (play.length === best.length && secondsFor(play) < secondsFor(best));
    return isBetter ? play : best;
  }, first);
}
