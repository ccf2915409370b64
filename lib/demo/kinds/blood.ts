import { bloodCount } from '../content/analytes/blood-count';
import { chemistry } from '../content/analytes/chemistry';
import { measure } from '../content/analytes/analyte';
import type { Analyte } from '../content/analytes/analyte';
import { coagulation, diabetes, markers, thyroid } from '../content/analytes/special';
import { between, chance, pickSome, pickWeighted } from '../content/chance';
import type { Weighted } from '../content/chance';
import { sampleRemarks } from '../content/findings/clinic';
import { laboratoryLayouts } from '../layouts/shared-layouts';
import type { KindSpec } from './kind';

interface Panel extends Weighted {
  readonly name: string;
  readonly analytes: readonly Analyte[];
  readonly least: number;
  readonly most: number;
}

const panels: readonly Panel[] = [
  { weight: 8, name: 'Complete blood count', analytes: bloodCount, least: 8, most: 21 },
  { weight: 5, name: 'Biochemistry panel', analytes: chemistry, least: 6, most: 25 },
  { weight: 2, name: 'Coagulation screen', analytes: coagulation, least: 3, most: 6 },
  { weight: 2, name: 'Thyroid function tests', analytes: thyroid, least: 3, most: 5 },
  { weight: 2, name: 'Serum markers', analytes: markers, least: 3, most: 7 },
  { weight: 1, name: 'Diabetes profile', analytes: diabetes, least: 3, most: 5 },
];

export const blood: KindSpec = {
  kind: 'blood',
  weight: 20,
  heading: 'LABORATORY REPORT',
  layouts: laboratoryLayouts,
  write: (random) => {
    const panel = pickWeighted(random, panels);
    // Short panels are the rule: the square makes long ones rare, a few are complete.
    const share = chance(random, 0.06) ? 1 : random.next() ** 2;
    const count = panel.least + Math.round((panel.most - panel.least) * share);
    const abnormal = between(random, 0.05, 0.4);
    return {
      name: panel.name,
      department: random.pick(['Haematology', 'Internal Medicine', 'Cardiology', 'Emergency', 'Surgery', 'Oncology']),
      rows: pickSome(random, panel.analytes, count).map((analyte) => measure(random, analyte, abnormal)),
      collectedBefore: 50 + random.int(220),
      ...(chance(random, 0.4) ? { others: random.pick(sampleRemarks) } : {}),
      aside: [['Sample', random.pick(['Serum', 'EDTA blood', 'Venous blood'])]],
    };
  },
};
