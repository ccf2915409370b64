import { describe, expect, it } from 'vitest';
import { createRandom } from '@/lib/core/random';
import { fill } from '@/lib/demo/content/fill';
import { printMoment } from '@/lib/demo/content/moment';
import { createPatient } from '@/lib/demo/content/people';
import { measure } from '@/lib/demo/content/analytes/analyte';
import { bloodCount } from '@/lib/demo/content/analytes/blood-count';
import { printRow } from '@/lib/demo/layouts/print-row';
import { styleOf } from '@/lib/demo/layouts/house-style';
import { hospitals } from '@/lib/demo/content/hospitals';

describe('the content of reports', () => {
  it('says the same in a finding and its diagnosis', () => {
    const known = new Map<string, string>();
    const finding = fill(createRandom(1), 'a {4-9} mm nodule, {left|right}', known);
    const diagnosis = fill(createRandom(2), '{left|right} nodule', known);
    expect(finding).toMatch(/^a [4-9] mm nodule, (left|right)$/);
    expect(finding).toContain(diagnosis.split(' ')[0]);
  });

  it('marks a result as its reference interval says', () => {
    const random = createRandom(5);
    for (let i = 0; i < 400; i++) {
      const analyte = bloodCount[i % bloodCount.length] as (typeof bloodCount)[number];
      const row = measure(random, analyte, 0.5);
      const value = Number(row.result);
      const side = value > analyte.high ? 'high' : value < (analyte.low ?? 0) ? 'low' : 'normal';
      expect(row.side).toBe(side);
    }
  });

  it('names a thousand patients differently', () => {
    const names = Array.from({ length: 1000 }, (_, i) => createPatient(1, i)).map((p) => `${p.first} ${p.last}`);
    expect(new Set(names).size).toBe(1000);
  });

  it('prints dates as the house writes them', () => {
    const moment = Date.UTC(2024, 2, 5, 9, 7) / 60_000;
    expect(printMoment(moment, 'iso', true)).toBe('2024-03-05 09:07');
    expect(printMoment(moment, 'words', false)).toBe('05 Mar 2024');
    expect(printMoment(moment, 'us', false)).toBe('Mar 5, 2024');
  });

  it('leaves out what a table has no column for', () => {
    const table = { columns: ['Item Name', 'Result'], item: 'code', markBeside: false, numbered: false, twoUp: false } as const;
    const row = { name: 'Potassium', code: 'K', result: '6.1', unit: 'mmol/L', range: ['3.5', '5.3'], side: 'high' } as const;
    const style = styleOf(hospitals[0] as (typeof hospitals)[number]);
    expect(printRow(row, table, style)).toEqual({ 'Item Name': 'K', Result: '6.1' });
  });

  it('has a style for every house', () => {
    for (const hospital of hospitals) expect(styleOf(hospital).size).toBeGreaterThan(0);
  });
});
