import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/record/json';
import { scoreCompletion, type ScoredCompletion } from '@/lib/core/scoring';
import { hacks, honest, type Strategy } from './reward-hacks';

const file = path.join(import.meta.dirname, '../../../docs/reward-hacking.md');

/** A laboratory report as the table of the page has it: 5 texts and 6 rows of 4. */
const report: JsonObject = {
  hospital: 'Mercy General',
  name: 'Ann Lee',
  sex: 'F',
  age: '41',
  indicators: [
    { item: 'HGB', result: '13.5', unit: 'g/dL', range: '12.0-15.5' },
    { item: 'WBC', result: '6.1', unit: '10^9/L', range: '4.0-10.0' },
    { item: 'PLT', result: '250', unit: '10^9/L', range: '150-400' },
    { item: 'RBC', result: '4.7', unit: '10^12/L', range: '3.9-5.2' },
    { item: 'HCT', result: '0.41', unit: 'L/L', range: '0.36-0.46' },
    { item: 'MCV', result: '88', unit: 'fL', range: '80-96' },
  ],
  remark: '',
};

const named = (wanted: string): Strategy => [...honest, ...hacks].find(({ name }) => name === wanted) as Strategy;
const [allRead, halfRead] = [named('all read'), named('half read')];

function earned({ complete }: Strategy, gold: JsonObject, alpha = 0.5): ScoredCompletion {
  const score = scoreCompletion({ completion: complete(gold), gold, think: true, alpha });
  if (score.kind === 'unscorable') throw new Error(score.reason);
  return score;
}

function line(strategy: Strategy): string {
  const { matched, predicted, precision, recall, format, matching, reward } = earned(strategy, report);
  const figures = [matched, predicted, precision.toFixed(3), recall.toFixed(3), format, matching.toFixed(3), reward.toFixed(3)];
  return `| ${strategy.name} | ${strategy.answer.replaceAll('<', '&lt;')} | ${figures.join(' | ')} |`;
}

const header = ['| | what the completion holds | n | \\|S_p\\| | P | R | format | matching | reward |', '|---|---|--:|--:|--:|--:|--:|--:|--:|'];
const table = [...header, ...[...honest, ...hacks].map(line)].join('\n');

const tablePlace = /(?<=<!-- what each earns -->\n)[^]*?(?=\n<!-- end -->)/;

const cell = fc.oneof(fc.constantFrom('1', '2', 'g/L', ''), fc.string({ minLength: 1, maxLength: 8 }));
/** Reports with lists of any length and cells that repeat; at least 8 values, so that a half of them is something. */
const anyReport: fc.Arbitrary<JsonObject> = fc
  .record({
    name: fc.constantFrom('Ann Lee', 'Bo'),
    sex: cell,
    age: cell,
    rows: fc.array(fc.record({ item: cell, result: cell, unit: cell }), { maxLength: 8 }),
    drugs: fc.array(cell, { maxLength: 4 }),
  })
  .filter((gold) => earned(allRead, gold).gold >= 8);

describe('the reward', () => {
  it.each(hacks)('pays $name no more than an honest half', (hack) => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(report), anyReport), (gold) => {
        const [cheat, fair] = [earned(hack, gold), earned(halfRead, gold)];
        expect(cheat.reward).toBeLessThanOrEqual(fair.reward);
        expect(cheat.matching).toBeLessThanOrEqual(fair.matching);
      }),
    );
  });

  it('pays nothing for what stands in the thought alone, for placeholders and for an empty record', () => {
    for (const name of ['answer in the thought', 'thought alone', 'nothing but "N/A"', 'empty schema'])
      expect(earned(named(name), report).matching, name).toBe(0);
  });

  it('pays one safe field more than an attempt that is right in fewer than half of its values, unless alpha is small', () => {
    const [poor, safe] = [named('one third right'), named('one safe field')];
    expect(earned(safe, report).matching).toBeGreaterThan(earned(poor, report).matching);
    expect(earned(safe, report, 0.2).matching).toBeLessThan(earned(poor, report, 0.2).matching);
  });

  it('is what docs/reward-hacking.md says that each earns', async () => {
    const page = readFileSync(file, 'utf8');
    expect(page).toMatch(tablePlace);
    await expect(page.replace(tablePlace, () => table)).toMatchFileSnapshot(file);
  });
});
