import { blood } from './blood';
import { ct } from './ct';
import { dischargeLetter } from './discharge-letter';
import { ecg } from './ecg';
import { endoscopy } from './endoscopy';
import type { KindSpec, ReportKind } from './kind';
import { medicalRecord } from './medical-record';
import { mri } from './mri';
import { pathology } from './pathology';
import { physicalExamination } from './physical-examination';
import { prescription } from './prescription';
import { stool } from './stool';
import { ultrasound } from './ultrasound';
import { urine } from './urine';
import { xRay } from './x-ray';

export const kindSpecs: Readonly<Record<ReportKind, KindSpec>> = {
  blood,
  urine,
  stool,
  endoscopy,
  ecg,
  ultrasound,
  ct,
  mri,
  'x-ray': xRay,
  pathology,
  'physical-examination': physicalExamination,
  prescription,
  'medical-record': medicalRecord,
  'discharge-letter': dischargeLetter,
};

export { reportKinds, transferKinds } from './kind';
export type { KindSpec, ReportKind } from './kind';
