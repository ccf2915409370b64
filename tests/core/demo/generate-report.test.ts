import { beforeAll, describe, expect, it } from 'vitest';
import { overlapArea } from '@/lib/core/geometry/box';
import { leavesOf } from '@/lib/core/record/pointer';
import { checkRecordFits } from '@/lib/core/schema/fit-record';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { generateReport, reportKinds, transferKinds } from '@/lib/demo';
import type { DemoReport } from '@/lib/demo';

describe('a generated report', () => {
  let reports: readonly DemoReport[] = [];
  beforeAll(async () => {
    const orders = [...reportKinds, ...transferKinds].flatMap((kind, i) => [0, 1].map((j) => ({ seed: 3, index: i * 2 + j, kind })));
    reports = await Promise.all(orders.map(generateReport));
  });

  it('is the same to the last byte for the same order', async () => {
    const order = { seed: 3, index: 5, kind: reportKinds[2] } as const;
    const [one, two] = [await generateReport(order), await generateReport(order)];
    expect(one.image.equals(two.image)).toBe(true);
    expect(one).toEqual(two);
  });

  it('is a JPEG', () => {
    for (const { image } of reports) expect([...image.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  });

  it('has gold that fits the medical report schema', () => {
    for (const { gold } of reports) expect(checkRecordFits(medicalReportSchema, gold)).toEqual([]);
  });

  it('has no empty leaves in gold: what is not printed is left out', () => {
    for (const { gold } of reports) {
      for (const { value } of leavesOf(gold)) expect(value).not.toBe('');
    }
  });

  it('has evidence for every leaf of gold and for nothing else', () => {
    for (const { gold, evidence } of reports) {
      const pointers = leavesOf(gold).map((leaf) => leaf.pointer);
      expect(Object.keys(evidence).toSorted()).toEqual(pointers.toSorted());
      for (const boxes of Object.values(evidence)) expect(boxes.length).toBeGreaterThan(0);
    }
  });

  it('has its evidence inside the page', () => {
    for (const { evidence } of reports) {
      for (const { box } of Object.values(evidence).flat()) {
        expect(Math.min(...box)).toBeGreaterThan(0);
        expect(Math.max(...box)).toBeLessThan(1);
        expect(box[2]).toBeGreaterThan(box[0]);
        expect(box[3]).toBeGreaterThan(box[1]);
      }
    }
  });

  it('prints no two leaves over each other', () => {
    for (const { evidence, width, height, captureLevel } of reports) {
      // A turned page has upright boxes that touch their neighbours.
      if (captureLevel === 'medium' || captureLevel === 'hard') continue;
      const boxes = Object.values(evidence).flat();
      boxes.forEach(({ box }, i) => {
        for (const other of boxes.slice(i + 1)) expect(overlapArea(box, other.box) * width * height).toBeLessThan(30);
      });
    }
  });

  it('has a list of indicators in every laboratory report', () => {
    for (const { kind, gold } of reports) {
      if (!['blood', 'urine', 'stool'].includes(kind)) continue;
      const rows = gold['Indicators'] as readonly unknown[];
      expect(rows.length).toBeGreaterThanOrEqual(3);
      expect(rows.length).toBeLessThanOrEqual(25);
    }
  });

  it('keeps a patient the same person in all of their documents', async () => {
    const [one, two] = await Promise.all(
      [900, 901].map((index) => generateReport({ seed: 3, index, patient: 12, kind: 'ct' })),
    );
    expect(one?.group).toBe(two?.group);
    const lettersOf = (report?: DemoReport) => String(report?.gold['Name']).toLowerCase().split(/\W+/).toSorted();
    expect(lettersOf(one)).toEqual(lettersOf(two));
  });

  it('captured again says the same in another image', async () => {
    const order = { seed: 3, index: 40, kind: 'blood' } as const;
    const [first, again] = [await generateReport(order), await generateReport({ ...order, capture: 1 })];
    expect(again.gold).toEqual(first.gold);
    expect(again.id).not.toBe(first.id);
    expect(again.image.equals(first.image)).toBe(false);
  });
});
