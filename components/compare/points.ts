import type { Translate } from '@/messages/translate';

/** Points of F1 with a sign: "+1.2", "−0.4". @param value 0–1 */
export const points = (value: number, digits = 1): string =>
  `${value >= 0 ? '+' : '−'}${Math.abs(value * 100).toFixed(digits)}`;

interface Difference {
  /** 0–1, as are the ends of its 95 % interval. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/**
 * "−5.3" and "−8.1 to −2.0"; no decimal where the interval is wider than ten
 * points, unless an end would then be 0 and hide on which side it lies.
 */
export function pointsWithInterval(t: Translate<'compare.points'>, { difference, low, high }: Difference): { readonly figure: string; readonly interval: string } {
  const isNearZero = Math.min(Math.abs(low), Math.abs(high)) < 0.005;
  const digits = (high - low) * 100 > 10 && !isNearZero ? 0 : 1;
  return { figure: points(difference, digits), interval: t('to', { low: points(low, digits), high: points(high, digits) }) };
}
