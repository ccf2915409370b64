import { nice, ticks } from 'd3-array';

/** How many lines across a curve are aimed at. */
const aimed = 4;

export interface Axis {
  readonly domain: [number, number];
  readonly ticks: number[];
  /** A tick as it is written: as many decimals as the ticks need to differ. */
  readonly write: (tick: number) => string;
}

/** What is used of the range from `least` up between round numbers, with room for lines at the edge and their names. */
export function axisOf(values: readonly number[], least: number): Axis {
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 0];
  // A flat line needs some room too, of its own size; one at 0 has none.
  const own = high === 0 ? 1 : Math.min(0.02, Math.abs(high) * 0.1);
  const room = Math.max((high - low) * 0.12, own);
  const [from, to] = nice(Math.max(least, low - room), high + room, aimed);
  const marks = ticks(from, to, aimed);
  const [first = 0, second = first + 1] = marks;
  const decimals = Math.max(0, Math.ceil(-Math.log10(second - first) - 1e-9));
  return {
    domain: [from, to],
    ticks: marks,
    // Learning rates of 1e-6 would be a row of zeros.
    write: (tick) => (tick !== 0 && decimals > 4 ? tick.toExponential(1) : tick.toFixed(decimals > 4 ? 0 : decimals)),
  };
}
