import type { ReportKind } from '../kinds/kind';
import type { IndicatorKey, ScalarKey } from '../content/report';
import type { HouseStyle } from './house-style';

type Wordings = readonly [string, string, string, string, string];
type Dialect = HouseStyle['dialect'];

const alike = (wording: string): Wordings => [wording, wording, wording, wording, wording];

const scalarWordings: Readonly<Record<ScalarKey, Wordings>> = {
  Name: ['Name', 'Patient', 'Patient name', 'Pat. name', 'Name of patient'],
  Gender: ['Gender', 'Sex', 'Sex', 'Gender', 'Sex'],
  Age: ['Age', 'Age', 'Age at visit', 'Age', 'Patient age'],
  'Examination Time': ['Examination time', 'Exam date', 'Date of examination', 'Examined on', 'Exam date'],
  Department: ['Department', 'Dept.', 'Ward / Clinic', 'Department', 'Clinic'],
  'Examination Name': ['Examination', 'Exam', 'Procedure', 'Examination', 'Study'],
  'Examination Site': ['Site', 'Body part', 'Region', 'Area examined', 'Site'],
  'Examination Description': ['Examination description', 'Findings', 'Findings', 'Description', 'Report'],
  Diagnosis: ['Diagnosis', 'Impression', 'Conclusion', 'Diagnosis', 'Opinion'],
  'Treatment Recommendations': ['Recommendations', 'Advice', 'Recommendation', 'Plan', 'Advice'],
  'Sample Collection Time': ['Sample collected', 'Collected', 'Collection time', 'Sample taken', 'Drawn'],
  Others: ['Remarks', 'Note', 'Comment', 'Remarks', 'Notes'],
};

const laboratory: Partial<Record<ScalarKey, Wordings>> = {
  'Examination Time': ['Report time', 'Reported', 'Date of report', 'Reported on', 'Report date'],
  'Examination Name': ['Test', 'Panel', 'Test requested', 'Test', 'Profile'],
};

const byKind: Partial<Record<ReportKind, Partial<Record<ScalarKey, Wordings>>>> = {
  blood: laboratory,
  urine: laboratory,
  stool: laboratory,
  pathology: {
    'Examination Description': ['Pathological description', 'Gross and microscopy', 'Findings', 'Description', 'Report'],
    Diagnosis: ['Pathological diagnosis', 'Diagnosis', 'Final diagnosis', 'Diagnosis', 'Opinion'],
  },
  prescription: {
    'Examination Time': ['Date', 'Date', 'Date issued', 'Issued on', 'Date'],
    Diagnosis: ['Clinical diagnosis', 'Diagnosis', 'Indication', 'Diagnosis', 'For'],
    'Treatment Recommendations': ['Prescribed', 'Rx', 'Medication', 'Rx', 'Medicines'],
  },
  'medical-record': {
    'Examination Time': ['Visit time', 'Visit date', 'Date of visit', 'Seen on', 'Date'],
    'Examination Description': ['History and examination', 'Notes', 'Clinical findings', 'History', 'History and status'],
    Diagnosis: ['Preliminary diagnosis', 'Assessment', 'Diagnosis', 'Diagnosis', 'Assessment'],
    'Treatment Recommendations': ['Treatment', 'Plan', 'Treatment plan', 'Treatment', 'Plan'],
    Others: ['Other', 'Other', 'Additional', 'Other', 'Other'],
  },
  'discharge-letter': {
    Name: alike('Re'),
    Gender: alike('M/F'),
    Age: alike('Aged'),
    'Examination Time': alike('Discharged'),
    Department: alike('Discharging unit'),
    'Examination Description': alike('Course in hospital'),
    Diagnosis: alike('Principal diagnosis'),
    'Treatment Recommendations': alike('Medication and follow-up'),
    Others: alike('For the GP'),
  },
};

const columnWordings: Readonly<Record<IndicatorKey, Wordings>> = {
  'Item Name': ['Item', 'Test', 'Analyte', 'Parameter', 'Investigation'],
  Result: ['Result', 'Result', 'Value', 'Result', 'Result'],
  Unit: ['Unit', 'Units', 'Unit', 'Unit', 'Units'],
  'Reference Range': ['Reference range', 'Reference', 'Ref. interval', 'Normal range', 'Ref. range'],
  'Abnormal Mark': ['Flag', 'Flag', 'Mark', 'Mark', 'Flag'],
  'Detection Method': ['Method', 'Method', 'Technique', 'Method', 'Method'],
  'Result Status': ['Status', 'Status', 'Assessment', 'Status', 'Rating'],
  'Clinical Indication': ['Indication', 'Meaning', 'Clinical note', 'Indication', 'Indicates'],
  'Critical Value': ['Critical', 'Panic value', 'Critical limit', 'Critical', 'Alert limit'],
};

export const labelOf = (key: ScalarKey, kind: ReportKind, dialect: Dialect): string =>
  (byKind[kind]?.[key] ?? scalarWordings[key])[dialect];

export const columnTitle = (key: IndicatorKey, dialect: Dialect): string => columnWordings[key][dialect];
