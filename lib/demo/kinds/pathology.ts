import { pathologyStudies } from '../content/findings/pathology';
import { narrativeLayouts } from '../layouts/shared-layouts';
import { writeStudy } from './imaging';
import type { KindSpec } from './kind';

const departments = ['Surgery', 'Gastroenterology', 'Dermatology', 'Oncology'];

export const pathology: KindSpec = {
  kind: 'pathology',
  weight: 6,
  heading: 'PATHOLOGY REPORT',
  layouts: narrativeLayouts,
  write: (random) => writeStudy(random, pathologyStudies, departments),
};
