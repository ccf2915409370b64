import type { Random } from '@/lib/core/random';

/**
 * Fills the slots of a text: `{6-14}` a whole number, `{0.8-2.4}` a number with
 * as many decimals, `{left|right}` one of several. `known` makes a slot that
 * stands in two texts (a finding and its diagnosis) say the same in both.
 */
export function fill(random: Random, text: string, known: Map<string, string>): string {
  return text.replace(/\{([^}]+)\}/g, (_, slot: string) => {
    const said = known.get(slot) ?? valueFor(random, slot);
    known.set(slot, said);
    return said;
  });
}

function valueFor(random: Random, slot: string): string {
  const range = /^([\d.]+)-([\d.]+)$/.exec(slot);
  if (!range) return random.pick(slot.split('|'));
  const [low, high] = [Number(range[1]), Number(range[2])];
  const decimals = range[1]?.split('.')[1]?.length ?? 0;
  return (low + (high - low) * random.next()).toFixed(decimals);
}
