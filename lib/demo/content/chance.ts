import type { Random } from '@/lib/core/random';

/** True with probability `share`, 0–1. */
export const chance = (random: Random, share: number): boolean => random.next() < share;

/** Uniform in [low, high). */
export const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random.next();

export interface Weighted {
  readonly weight: number;
}

/** One of the items, each as often as its weight says. */
export function pickWeighted<T extends Weighted>(random: Random, items: readonly T[]): T {
  const total = items.reduce((sum, item) => sum + item.weight, 0);
  let left = random.next() * total;
  for (const item of items) {
    left -= item.weight;
    if (left < 0) return item;
  }
  return random.pick(items);
}

/** `count` different items in their own order (all of them where there are fewer). */
export function pickSome<T>(random: Random, items: readonly T[], count: number): T[] {
  const chosen = new Set(random.shuffle(items.map((_, i) => i)).slice(0, count));
  return items.filter((_, i) => chosen.has(i));
}
