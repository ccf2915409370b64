import { ultrasoundStudies } from '../content/findings/ultrasound';
import { picturedLayouts } from '../layouts/shared-layouts';
import { writeStudy } from './imaging';
import type { KindSpec } from './kind';

const departments = ['Internal Medicine', 'Endocrinology', 'Cardiology', 'Emergency'];

export const ultrasound: KindSpec = {
  kind: 'ultrasound',
  weight: 10,
  heading: 'ULTRASOUND REPORT',
  layouts: picturedLayouts('fan'),
  write: (random) => writeStudy(random, ultrasoundStudies, departments),
};
