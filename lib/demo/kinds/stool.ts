import { measure, observe } from '../content/analytes/analyte';
import { calprotectin, stoolQualities } from '../content/analytes/excreta';
import { between, chance, pickSome } from '../content/chance';
import { sampleRemarks } from '../content/findings/clinic';
import { section, table } from '../layouts/layout';
import { laboratoryLayouts } from '../layouts/shared-layouts';
import type { KindSpec } from './kind';

export const stool: KindSpec = {
  kind: 'stool',
  weight: 5,
  heading: 'LABORATORY REPORT',
  layouts: [
    ...laboratoryLayouts,
    {
      id: 'stool-plain', weight: 12, paper: 'half', head: 'house', nameAsHeading: true,
      blocks: [table(['Item Name', 'Result', 'Reference Range']), section('Others')],
    },
  ],
  write: (random) => {
    const abnormal = between(random, 0.08, 0.35);
    const named = pickSome(random, stoolQualities, 3 + random.int(9));
    return {
      name: random.pick(['Stool examination', 'Stool routine', 'Faecal analysis']),
      department: random.pick(['Gastroenterology', 'Internal Medicine']),
      rows: [
        ...named.map((quality) => observe(random, quality, abnormal)),
        ...(chance(random, 0.4) ? [measure(random, calprotectin, 0.5)] : []),
      ],
      collectedBefore: 60 + random.int(300),
      ...(chance(random, 0.2) ? { others: random.pick(sampleRemarks) } : {}),
      aside: [['Sample', 'Stool']],
    };
  },
};
