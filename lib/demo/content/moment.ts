import type { Random } from '@/lib/core/random';

/** Minutes since 1970-01-01 00:00 UTC; the demo lives in one time zone. */
export type Moment = number;

export const dateStyles = ['iso', 'slash', 'words', 'us', 'dots'] as const;
export type DateStyle = (typeof dateStyles)[number];

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const firstDay = Date.UTC(2022, 0, 3) / 60_000;
const daysCovered = 1280;
const minutesPerDay = 1440;

/** A working hour (07:00–17:59) between January 2022 and mid 2025. */
export const drawMoment = (random: Random): Moment =>
  firstDay + random.int(daysCovered) * minutesPerDay + 420 + random.int(660);

export const yearOf = (moment: Moment): number => new Date(moment * 60_000).getUTCFullYear();

/** The moment as printed: the day, and the time of day where asked for. */
export function printMoment(moment: Moment, style: DateStyle, withTime: boolean): string {
  const at = new Date(moment * 60_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const [y, m, d] = [String(at.getUTCFullYear()), two(at.getUTCMonth() + 1), two(at.getUTCDate())];
  const month = months[at.getUTCMonth()] ?? '';
  const day = {
    iso: `${y}-${m}-${d}`,
    slash: `${d}/${m}/${y}`,
    words: `${d} ${month} ${y}`,
    us: `${month} ${at.getUTCDate()}, ${y}`,
    dots: `${d}.${m}.${y}`,
  }[style];
  return withTime ? `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}` : day;
}
