import { severities, type Severity } from '../schema/types';
import { leafVerdicts, type LeafVerdict } from './typed-errors';

/** Leaves by verdict and by the severity of their key. */
export type VerdictCounts = Readonly<Record<LeafVerdict, Readonly<Record<Severity, number>>>>;

const countsOf = (count: (verdict: LeafVerdict, severity: Severity) => number): VerdictCounts =>
  Object.fromEntries(
    leafVerdicts.map((verdict) => [verdict, Object.fromEntries(severities.map((severity) => [severity, count(verdict, severity)]))]),
  ) as VerdictCounts;

export const noVerdicts: VerdictCounts = countsOf(() => 0);

export function countVerdicts(leaves: Iterable<{ readonly type: LeafVerdict; readonly severity: Severity }>): VerdictCounts {
  const sums = new Map<string, number>();
  for (const { type, severity } of leaves) sums.set(`${type} ${severity}`, (sums.get(`${type} ${severity}`) ?? 0) + 1);
  return countsOf((verdict, severity) => sums.get(`${verdict} ${severity}`) ?? 0);
}

export const addVerdicts = (a: VerdictCounts, b: VerdictCounts): VerdictCounts =>
  countsOf((verdict, severity) => a[verdict][severity] + b[verdict][severity]);
