import { measure } from '../content/analytes/analyte';
import { chemistry } from '../content/analytes/chemistry';
import { vitals } from '../content/analytes/vitals';
import { between, chance, pickSome } from '../content/chance';
import { checkConclusions, noConclusion } from '../content/findings/clinic';
import { numbered } from '../content/findings/study';
import type { MeasuredRow } from '../content/report';
import { section, table } from '../layouts/layout';
import type { Layout } from '../layouts/layout';
import type { KindSpec } from './kind';

const layouts: readonly Layout[] = [
  {
    id: 'check-table', weight: 6, paper: 'a4', head: 'house', nameAsHeading: false,
    blocks: [table(['Item Name', 'Result', 'Unit', 'Reference Range', 'Result Status']), section('Diagnosis'), section('Treatment Recommendations')],
  },
  {
    id: 'check-conclusion-first', weight: 3, paper: 'letter', head: 'house', nameAsHeading: true,
    blocks: [section('Diagnosis'), section('Treatment Recommendations'), table(['Item Name', 'Result', 'Unit', 'Reference Range'], { markBeside: true }), section('Others')],
  },
  {
    id: 'check-two-up', weight: 2, paper: 'letter', head: 'house', nameAsHeading: false,
    blocks: [table(['Item Name', 'Result', 'Unit'], { twoUp: true, item: 'code' }), section('Diagnosis'), section('Treatment Recommendations'), section('Others')],
  },
];

/** Puts the index behind height and weight where both were measured. */
function withBodyMassIndex(rows: readonly MeasuredRow[]): readonly MeasuredRow[] {
  const at = rows.findIndex((row) => row.code === 'Wt');
  const [height, weight] = ['Ht', 'Wt'].map((code) => Number(rows.find((row) => row.code === code)?.result));
  if (!height || !weight) return rows;
  const index = weight / (height / 100) ** 2;
  const side = index < 18.5 ? 'low' : index > 25 ? 'high' : 'normal';
  const row: MeasuredRow = { name: 'Body mass index', code: 'BMI', result: index.toFixed(1), unit: 'kg/m2', range: ['18.5', '25.0'], side };
  return [...rows.slice(0, at + 1), row, ...rows.slice(at + 1)];
}

export const physicalExamination: KindSpec = {
  kind: 'physical-examination',
  weight: 6,
  heading: 'HEALTH CHECK REPORT',
  layouts,
  write: (random) => {
    const abnormal = between(random, 0.05, 0.3);
    const analytes = [...pickSome(random, vitals, 5 + random.int(7)), ...pickSome(random, chemistry, random.int(6))];
    const rows = withBodyMassIndex(analytes.map((analyte) => measure(random, analyte, abnormal)));
    const high = new Set(rows.filter((row) => row.side === 'high').map((row) => row.code));
    const conclusions = checkConclusions.filter(({ code }) => (code ? high.has(code) : chance(random, 0.2)));
    const concluded = conclusions.length > 0 ? conclusions : [noConclusion];
    return {
      name: random.pick(['Annual health check', 'Physical examination', 'Pre-employment examination']),
      department: random.pick(['Health Check', 'Occupational Medicine', 'General Practice']),
      rows,
      diagnosis: numbered(concluded.map(({ diagnosis }) => diagnosis)),
      advice: concluded.map(({ advice }) => advice).join(' '),
      ...(chance(random, 0.4) ? { others: random.pick(['Non-smoker', 'Smoker, 10 a day', 'Wears glasses', 'Penicillin allergy']) } : {}),
      aside: [['Package', random.pick(['Basic', 'Standard', 'Comfort'])]],
    };
  },
};
