import type { Random } from '@/lib/core/random';
import type { LeafQuestion } from './questions';
import { nastyText, times } from './random-json';

/** Letters whose lower case or composed form depends on what stands beside them. */
const neighbours = ['Σ', 'σ', 'İ', 'ẞ', '\u0301', '\u0327', '\u0345', "'", '\u00ad', '.', 'ᄀ', 'ᅡ', 'ᆨ'];

/** Texts of any code points that `isKnown` has, among them letters that look at their neighbours. */
export function knownTexts(count: number, isKnown: (point: number) => boolean, random: Random): LeafQuestion[] {
  const known = (): string => {
    for (;;) {
      const point = random.int(random.pick([0x250, 0x3000, 0x11000, 0x30000]));
      if (isKnown(point)) return String.fromCodePoint(point);
    }
  };
  const text = (): string =>
    times(1 + random.int(8), () => random.pick([known, known, () => random.pick(neighbours), () => nastyText(random, 2)])()).join('');
  return times(count, () => ({ ask: 'leaf', text: JSON.stringify(text()) }));
}
