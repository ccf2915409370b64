import { section, table } from './layout';
import type { Block, Layout } from './layout';

const remark = section('Others');

/** Sheets that are mostly a table: blood, urine. */
export const laboratoryLayouts: readonly Layout[] = [
  {
    id: 'lab-five', weight: 9, paper: 'a4', head: 'house', nameAsHeading: false,
    blocks: [table(['Item Name', 'Result', 'Abnormal Mark', 'Unit', 'Reference Range']), remark],
  },
  {
    id: 'lab-beside', weight: 6, paper: 'letter', head: 'house', nameAsHeading: true,
    blocks: [table(['Item Name', 'Result', 'Reference Range', 'Unit'], { markBeside: true, item: 'both' }), remark],
  },
  {
    id: 'lab-method', weight: 4, paper: 'a4', head: 'house', nameAsHeading: false,
    blocks: [table(['Item Name', 'Result', 'Unit', 'Reference Range', 'Detection Method'], { numbered: true, markBeside: true, item: 'code' }), remark],
  },
  {
    id: 'lab-two-up', weight: 2, paper: 'letter', head: 'house', nameAsHeading: true,
    blocks: [table(['Item Name', 'Result', 'Reference Range'], { twoUp: true, item: 'code', markBeside: true }), remark],
  },
  {
    id: 'lab-status', weight: 3, paper: 'a4', head: 'house', nameAsHeading: true,
    blocks: [table(['Item Name', 'Result', 'Unit', 'Result Status', 'Clinical Indication'], { item: 'code' }), remark],
  },
  {
    id: 'lab-critical', weight: 2, paper: 'a4', head: 'house', nameAsHeading: false,
    blocks: [table(['Item Name', 'Result', 'Abnormal Mark', 'Unit', 'Reference Range', 'Critical Value'], { item: 'code' }), remark],
  },
  {
    id: 'lab-slip', weight: 2, paper: 'slip', head: 'house', nameAsHeading: true,
    blocks: [table(['Item Name', 'Result', 'Unit'], { item: 'code' })],
  },
];

const findings: readonly Block[] = [section('Examination Description'), section('Diagnosis')];
const advised: readonly Block[] = [...findings, section('Treatment Recommendations')];

/** Sheets that are mostly prose: imaging, pathology. */
export const narrativeLayouts: readonly Layout[] = [
  { id: 'prose-full', weight: 8, paper: 'letter', head: 'house', nameAsHeading: false, blocks: [...advised, remark] },
  { id: 'prose-heading', weight: 5, paper: 'a4', head: 'house', nameAsHeading: true, blocks: [...advised, remark] },
  { id: 'prose-short', weight: 4, paper: 'half', head: 'house', nameAsHeading: false, blocks: findings },
  {
    id: 'prose-conclusion-first', weight: 2, paper: 'letter', head: 'house', nameAsHeading: false,
    blocks: [section('Diagnosis'), section('Examination Description'), section('Treatment Recommendations')],
  },
  { id: 'prose-letter', weight: 2, paper: 'letter', head: 'letter', nameAsHeading: false, blocks: advised },
];

/** The prose sheets with pictures above the findings. */
export const picturedLayouts = (picture: 'fan' | 'scope'): readonly Layout[] => [
  ...narrativeLayouts,
  {
    id: `prose-${picture}`, weight: 9, paper: 'a4', head: 'house', nameAsHeading: false,
    blocks: [{ block: 'pictures', picture }, ...advised, remark],
  },
];
