import { mriStudies } from '../content/findings/mri';
import { narrativeLayouts } from '../layouts/shared-layouts';
import { writeStudy } from './imaging';
import type { KindSpec } from './kind';

const departments = ['Orthopaedics', 'Neurology', 'Rehabilitation'];

export const mri: KindSpec = {
  kind: 'mri',
  weight: 6,
  heading: 'MRI REPORT',
  layouts: narrativeLayouts,
  write: (random) => writeStudy(random, mriStudies, departments),
};
