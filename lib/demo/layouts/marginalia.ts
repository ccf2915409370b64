import type { Random } from '@/lib/core/random';
import { chance } from '../content/chance';
import { scribbles } from '../content/findings/clinic';
import { printMoment } from '../content/moment';
import type { Visit } from '../content/report';
import type { HouseStyle } from './house-style';

/** What stands on a sheet beside the report: none of it is in the record. */
export interface Marginalia {
  readonly stamp: { readonly text: string; readonly centre: string; readonly ink: string } | null;
  readonly scribble: string | null;
  readonly signature: boolean;
  /** "Others" in handwriting instead of print. */
  readonly handwrittenRemark: boolean;
  /** A pen circle around an abnormal result. */
  readonly circled: boolean;
  readonly serial: string;
  readonly printed: string | null;
  readonly disclaimer: string;
  readonly accession: string | null;
}

const disclaimers = [
  'This report relates only to the sample or patient examined.',
  'Not valid without signature.',
  'Please correlate clinically.',
  'Computer generated document.',
];

export function planMarginalia(random: Random, visit: Visit, style: HouseStyle): Marginalia {
  const { hospital, at } = visit;
  return {
    stamp: chance(random, 0.28)
      ? {
          text: hospital.name.toUpperCase(),
          centre: random.pick(['VERIFIED', 'REPORTED', 'COPY', 'ISSUED']),
          ink: random.pick(['#c8102e', '#c8102e', '#27408b']),
        }
      : null,
    scribble: chance(random, 0.14) ? random.pick(scribbles) : null,
    signature: chance(random, 0.7),
    handwrittenRemark: chance(random, 0.2),
    circled: chance(random, 0.08),
    serial: String(10_000_000 + random.int(89_999_999)),
    printed: chance(random, 0.6) ? `Printed ${printMoment(at + 20 + random.int(3000), style.date, true)}` : null,
    disclaimer: random.pick(disclaimers),
    accession: chance(random, 0.5) ? `${hospital.id.slice(0, 2).toUpperCase()}${100_000 + random.int(899_999)}` : null,
  };
}
