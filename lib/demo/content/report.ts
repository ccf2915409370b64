import type { Hospital } from './hospitals';
import type { Moment } from './moment';
import type { Patient } from './people';

/** The paper's medical report record (Appendix A): twelve texts and one list. */
export const scalarKeys = [
  'Name',
  'Gender',
  'Age',
  'Examination Time',
  'Department',
  'Examination Name',
  'Examination Site',
  'Examination Description',
  'Diagnosis',
  'Treatment Recommendations',
  'Sample Collection Time',
  'Others',
] as const;
export type ScalarKey = (typeof scalarKeys)[number];

export const listKey = 'Indicators';

export const indicatorKeys = [
  'Item Name',
  'Result',
  'Unit',
  'Reference Range',
  'Abnormal Mark',
  'Detection Method',
  'Result Status',
  'Clinical Indication',
  'Critical Value',
] as const;
export type IndicatorKey = (typeof indicatorKeys)[number];

export type IndicatorRow = Readonly<Partial<Record<IndicatorKey, string>>>;

/** Who is seen where and when: what every kind of report starts from. */
export interface Visit {
  readonly patient: Patient;
  readonly age: number;
  readonly hospital: Hospital;
  readonly at: Moment;
}

/** What a report says, whatever it will look like. */
export interface ReportText {
  readonly name: string;
  readonly department: string;
  readonly site?: string;
  readonly description?: string;
  readonly diagnosis?: string;
  readonly advice?: string;
  readonly others?: string;
  readonly rows?: readonly MeasuredRow[];
  /** Minutes between the taking of the sample and the report. */
  readonly collectedBefore?: number;
  /** Lines of the head that no key of the record asks for. */
  readonly aside: readonly (readonly [label: string, value: string])[];
}

/** A result before a house decides how to print it. */
export interface MeasuredRow {
  readonly name: string;
  readonly code: string;
  readonly result: string;
  readonly unit: string;
  /** As bounds, so that a house prints its own dash; a text where there are none. */
  readonly range: readonly [low: string, high: string] | string;
  readonly side: 'low' | 'normal' | 'high' | 'positive';
  readonly critical?: string;
  readonly method?: string;
  readonly indication?: string;
}
