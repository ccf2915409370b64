import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';

/** A seeded source of chance: the only kind `lib/core` may use (invariant 1). */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Uniform whole number in [0, below). */
  readonly int: (below: number) => number;
  /** Standard normal (Box–Muller). */
  readonly normal: () => number;
  /** The items in a random order (Fisher–Yates); the input stays as it was. */
  readonly shuffle: <T>(items: readonly T[]) => T[];
  readonly pick: <T>(items: readonly T[]) => T;
}

function randomFrom(generator: ReturnType<typeof xoroshiro128plus>): Random {
  const next = (): number => uniformFloat64(generator);
  const int = (below: number): number => uniformInt(generator, 0, below - 1);
  const shuffle = <T>(items: readonly T[]): T[] => {
    const shuffled = [...items];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = int(i + 1);
      const held = shuffled[i] as T;
      shuffled[i] = shuffled[j] as T;
      shuffled[j] = held;
    }
    return shuffled;
  };
  return {
    next,
    int,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffle,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('cannot pick from an empty list');
      return items[int(items.length)] as (typeof items)[number];
    },
  };
}

/** @param seed any whole number; the same seed gives the same sequence everywhere. */
export const createRandom = (seed: number): Random => randomFrom(xoroshiro128plus(seed));

/** FNV-1a, 32 bits: turns a name into a seed, so that streams do not share one. */
export function hashToSeed(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash | 0;
}
