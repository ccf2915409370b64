import { measure, observe } from '../content/analytes/analyte';
import { urineCounts, urineQualities } from '../content/analytes/excreta';
import { between, chance, pickSome } from '../content/chance';
import { sampleRemarks } from '../content/findings/clinic';
import { laboratoryLayouts } from '../layouts/shared-layouts';
import type { KindSpec } from './kind';

export const urine: KindSpec = {
  kind: 'urine',
  weight: 11,
  heading: 'LABORATORY REPORT',
  layouts: laboratoryLayouts,
  write: (random) => {
    const abnormal = between(random, 0.05, 0.35);
    const named = pickSome(random, urineQualities, 5 + random.int(6));
    const counted = pickSome(random, urineCounts, 1 + random.int(6));
    return {
      name: random.pick(['Urinalysis', 'Urine routine', 'Urine analysis with sediment']),
      department: random.pick(['Nephrology', 'Urology', 'Emergency', 'Internal Medicine']),
      rows: [
        ...named.map((quality) => observe(random, quality, abnormal)),
        ...counted.map((analyte) => measure(random, analyte, abnormal)),
      ],
      collectedBefore: 30 + random.int(120),
      ...(chance(random, 0.25) ? { others: random.pick(sampleRemarks) } : {}),
      aside: [['Sample', random.pick(['Midstream urine', 'Urine', 'Morning urine'])]],
    };
  },
};
