import type { Random } from '@/lib/core/random';
import { between, chance } from '../chance';
import type { MeasuredRow } from '../report';

/** A measured quantity with its reference interval, in the unit given. */
export interface Analyte {
  readonly name: string;
  readonly code: string;
  readonly unit: string;
  /** Missing for a range that is open below ("< 5.0"). */
  readonly low?: number;
  readonly high: number;
  readonly decimals: number;
  /** How far outside the interval an abnormal value may lie, in widths of it. */
  readonly swing?: number;
  /** Bounds that only say what is plausible: no range is printed, nothing is abnormal. */
  readonly unranged?: boolean;
  readonly critical?: string;
  readonly method?: string;
  /** What an abnormal value speaks for, one short phrase. */
  readonly indication?: string;
}

/** @param abnormal share of results outside the interval, 0–1 */
export function measure(random: Random, analyte: Analyte, abnormal: number): MeasuredRow {
  const { high, decimals } = analyte;
  const low = analyte.low ?? 0;
  const width = high - low;
  const swing = analyte.swing ?? 0.4;
  const outside = !analyte.unranged && chance(random, abnormal);
  const below = outside && analyte.low !== undefined && chance(random, 0.4);
  const drawn = !outside
    ? between(random, low + width * 0.06, high - width * 0.06)
    : below
      ? Math.max(low * 0.35, low - width * between(random, 0.05, swing))
      : high + width * between(random, 0.05, swing * 1.6);
  const value = Number(drawn.toFixed(decimals));
  const side = analyte.low !== undefined && value < low ? 'low' : value > high ? 'high' : 'normal';
  return {
    name: analyte.name,
    code: analyte.code,
    result: value.toFixed(decimals),
    unit: analyte.unit,
    range: printedRange(analyte),
    side,
    ...(analyte.critical ? { critical: analyte.critical } : {}),
    ...(analyte.method ? { method: analyte.method } : {}),
    ...(analyte.indication ? { indication: analyte.indication } : {}),
  };
}

function printedRange({ unranged, low, high, decimals }: Analyte): MeasuredRow['range'] {
  if (unranged) return '';
  return low === undefined ? `< ${high.toFixed(decimals)}` : [low.toFixed(decimals), high.toFixed(decimals)];
}

/** A quality that is named, not measured: the first value is the normal one. */
export interface Quality {
  readonly name: string;
  readonly code: string;
  readonly values: readonly [normal: string, ...others: string[]];
  readonly range?: string;
  readonly method?: string;
}

export function observe(random: Random, quality: Quality, abnormal: number): MeasuredRow {
  const [normal, ...others] = quality.values;
  const result = others.length > 0 && chance(random, abnormal) ? random.pick(others) : normal;
  return {
    name: quality.name,
    code: quality.code,
    result,
    unit: '',
    range: quality.range ?? normal,
    side: result === normal ? 'normal' : 'positive',
    ...(quality.method ? { method: quality.method } : {}),
  };
}
