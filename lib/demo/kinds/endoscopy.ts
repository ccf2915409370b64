import { endoscopyStudies } from '../content/findings/endoscopy';
import { picturedLayouts } from '../layouts/shared-layouts';
import { writeStudy } from './imaging';
import type { KindSpec } from './kind';

const departments = ['Gastroenterology', 'Surgery', 'Day Clinic'];

export const endoscopy: KindSpec = {
  kind: 'endoscopy',
  weight: 6,
  heading: 'ENDOSCOPY REPORT',
  layouts: picturedLayouts('scope'),
  write: (random) => writeStudy(random, endoscopyStudies, departments),
};
