import { describe, expect, it } from 'vitest';
import { demoSuite, planDemo, reportKinds } from '@/lib/demo';
import type { PlannedReport } from '@/lib/demo';

function groupBy(reports: readonly PlannedReport[], keyOf: (report: PlannedReport) => string): Map<string, PlannedReport[]> {
  const groups = new Map<string, PlannedReport[]>();
  for (const report of reports) groups.set(keyOf(report), [...(groups.get(keyOf(report)) ?? []), report]);
  return groups;
}

describe('the plan of a demo', () => {
  const plan = planDemo({ seed: 7 });
  const of = (split: string) => plan.filter((report) => report.split === split);

  it('has 200 documents in the pool, 20 for validation, 40 for the test', () => {
    expect(['pool', 'validation', 'test'].map((split) => of(split).length)).toEqual([200, 20, 40]);
  });

  it('is the same for the same seed and another for another', () => {
    expect(planDemo({ seed: 7 })).toEqual(plan);
    expect(planDemo({ seed: 8 })).not.toEqual(plan);
  });

  it('keeps every patient in one split', () => {
    const splitsOf = groupBy(plan, (report) => report.group);
    for (const reports of splitsOf.values()) expect(new Set(reports.map((report) => report.split)).size).toBe(1);
  });

  it('has patients with one document and patients with several', () => {
    const counts = [...groupBy(plan, (report) => report.group).values()].map((reports) => reports.length);
    expect(Math.min(...counts)).toBe(1);
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(3);
  });

  it('has every kind in every split, some kinds far more often than others', () => {
    for (const split of ['pool', 'validation', 'test']) {
      expect(new Set(of(split).map((report) => report.kind))).toEqual(new Set(reportKinds));
    }
    const counts = [...groupBy(of('pool'), (report) => report.kind).values()].map((reports) => reports.length);
    expect(Math.max(...counts)).toBeGreaterThan(3 * Math.min(...counts));
  });

  it('captures a few sheets of the pool twice, and of no other split', () => {
    const again = plan.filter((report) => report.capture > 0);
    expect(again).toHaveLength(4);
    for (const report of again) {
      expect(report.split).toBe('pool');
      expect(of('pool').filter((other) => other.index === report.index)).toHaveLength(2);
    }
  });

  it('gives every document its own id', () => {
    expect(new Set(plan.map((report) => report.id)).size).toBe(plan.length);
  });

  it('has a transfer suite of another kind from another house, and the other splits as they were', () => {
    const withSuite = planDemo({ seed: 7, transfer: 20 });
    expect(withSuite.slice(0, plan.length)).toEqual(plan);
    const suite = withSuite.slice(plan.length);
    expect(suite).toHaveLength(20);
    const ofOthers = new Set(plan.map(({ group }) => group));
    for (const { split, suite: name, kind, house, group } of suite) {
      expect({ split, name, house }).toEqual({ split: 'transfer', name: demoSuite.name, house: demoSuite.house });
      expect(reportKinds).not.toContain(kind);
      expect(ofOthers.has(group)).toBe(false);
    }
  });

  it('makes small demos as well', () => {
    const small = planDemo({ seed: 1, pool: 5, validation: 1, test: 0 });
    expect(small.map((report) => report.split)).toEqual(['pool', 'pool', 'pool', 'pool', 'pool', 'validation']);
  });
});
