import { differenceOf, intervalOf, type DifferenceInterval, type Interval } from './bootstrap';
import type { LeafCounts } from './counts';
import { microScore, type MicroScore } from './micro';
import type { FieldCounts } from './per-field';
import type { Tally } from './tally';

/** Micro figures; no rates where there is no document. */
export type MicroFigures = LeafCounts & { readonly [Rate in keyof Omit<MicroScore, keyof LeafCounts>]: number | null };

/** What `hundredfold score --json` says beside the documents, figures unrounded. */
export interface TallyFigures {
  readonly micro: MicroFigures;
  readonly fields: FieldCounts;
  readonly intervals: {
    readonly resamples: number;
    readonly seed: number;
    /** Null without documents. */
    readonly micro: Interval | null;
    readonly fields: Readonly<Record<string, Interval>>;
  };
}

export function tallyFigures(tally: Tally): TallyFigures {
  const isEmpty = tally.documents() === 0;
  const each = <T>(figure: (path: string) => T): Record<string, T> =>
    Object.fromEntries(tally.paths().map((path) => [path, figure(path)]));
  return {
    micro: isEmpty ? { ...tally.all.total, precision: null, recall: null, f1: null } : microScore(tally.all.total),
    fields: each((path) => tally.of(path).total),
    intervals: {
      resamples: tally.resamples,
      seed: tally.seed,
      micro: isEmpty ? null : intervalOf(tally.all),
      fields: each((path) => intervalOf(tally.of(path))),
    },
  };
}

/** F1 of the second set of predictions minus F1 of the first. */
export interface DifferenceFigures {
  /** Null without documents. */
  readonly micro: DifferenceInterval | null;
  readonly fields: Readonly<Record<string, DifferenceInterval>>;
}

/** @param before and `after`: the same documents, seed and resamples. */
export function differenceFigures(before: Tally, after: Tally): DifferenceFigures {
  const paths = new Set([...before.paths(), ...after.paths()]);
  return {
    micro: before.documents() === 0 ? null : differenceOf(before.all, after.all),
    fields: Object.fromEntries([...paths].map((path) => [path, differenceOf(before.of(path), after.of(path))])),
  };
}
