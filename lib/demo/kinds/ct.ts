import { ctStudies } from '../content/findings/ct';
import { narrativeLayouts } from '../layouts/shared-layouts';
import { writeStudy } from './imaging';
import type { KindSpec } from './kind';

const departments = ['Respiratory', 'Oncology', 'Emergency', 'Neurosurgery'];

export const ct: KindSpec = {
  kind: 'ct',
  weight: 10,
  heading: 'CT REPORT',
  layouts: narrativeLayouts,
  write: (random) => writeStudy(random, ctStudies, departments),
};
