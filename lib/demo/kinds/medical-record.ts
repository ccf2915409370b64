import { chance } from '../content/chance';
import { fill } from '../content/fill';
import { complaints } from '../content/findings/clinic';
import { drawDoctor } from '../content/people';
import { section } from '../layouts/layout';
import type { Layout } from '../layouts/layout';
import type { KindSpec } from './kind';

const [description, diagnosis, advice] = [
  section('Examination Description'),
  section('Diagnosis'),
  section('Treatment Recommendations'),
];

const layouts: readonly Layout[] = [
  { id: 'record-sheet', weight: 6, paper: 'letter', head: 'house', nameAsHeading: false, blocks: [description, diagnosis, advice, section('Others')] },
  { id: 'record-letter', weight: 4, paper: 'letter', head: 'letter', nameAsHeading: false, blocks: [description, diagnosis, advice] },
  { id: 'record-half', weight: 2, paper: 'half', head: 'house', nameAsHeading: false, blocks: [diagnosis, description, advice] },
];

export const medicalRecord: KindSpec = {
  kind: 'medical-record',
  weight: 7,
  heading: 'OUTPATIENT RECORD',
  layouts,
  write: (random) => {
    const complaint = random.pick(complaints);
    const known = new Map<string, string>();
    return {
      name: '',
      department: complaint.department,
      description: `${fill(random, complaint.history, known)} ${fill(random, complaint.status, known)}`,
      diagnosis: `${complaint.diagnosis}.`,
      advice: fill(random, complaint.advice, known),
      ...(chance(random, 0.35) ? { others: random.pick(['Penicillin allergy', 'Non-smoker', 'Accompanied by spouse', 'Sick note for 3 days']) } : {}),
      aside: [['Physician', drawDoctor(random)]],
    };
  },
};
