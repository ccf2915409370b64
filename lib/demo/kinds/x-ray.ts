import { xRayStudies } from '../content/findings/x-ray';
import { narrativeLayouts } from '../layouts/shared-layouts';
import { writeStudy } from './imaging';
import type { KindSpec } from './kind';

const departments = ['Emergency', 'Orthopaedics', 'Respiratory', 'Health Check'];

export const xRay: KindSpec = {
  kind: 'x-ray',
  weight: 8,
  heading: 'RADIOLOGY REPORT',
  layouts: narrativeLayouts,
  write: (random) => writeStudy(random, xRayStudies, departments),
};
