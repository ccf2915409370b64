import type { Random } from '@/lib/core/random';
import type { Weighted } from '../content/chance';
import type { ReportText, Visit } from '../content/report';
import type { Layout } from '../layouts/layout';

export const reportKinds = [
  'blood',
  'urine',
  'stool',
  'endoscopy',
  'ecg',
  'ultrasound',
  'ct',
  'mri',
  'x-ray',
  'pathology',
  'physical-examination',
  'prescription',
  'medical-record',
] as const;

/** Kinds of another domain: only drawn where asked for by name. */
export const transferKinds = ['discharge-letter'] as const;
export type ReportKind = (typeof reportKinds)[number] | (typeof transferKinds)[number];

/** A kind of report: how often it comes, what it says, how it can be laid out. */
export interface KindSpec extends Weighted {
  readonly kind: ReportKind;
  /** Heading of the sheet where the examination is named elsewhere. */
  readonly heading: string;
  readonly layouts: readonly Layout[];
  readonly write: (random: Random, visit: Visit) => ReportText;
}
