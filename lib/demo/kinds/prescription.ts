import { chance, pickSome } from '../content/chance';
import { complaints } from '../content/findings/clinic';
import { section } from '../layouts/layout';
import type { Layout } from '../layouts/layout';
import type { KindSpec } from './kind';

const diagnosis = section('Diagnosis');
const drugs = section('Treatment Recommendations');

const layouts: readonly Layout[] = [
  { id: 'rx-half', weight: 6, paper: 'half', head: 'house', nameAsHeading: false, blocks: [diagnosis, drugs] },
  { id: 'rx-slip', weight: 3, paper: 'slip', head: 'house', nameAsHeading: false, blocks: [diagnosis, drugs, section('Others')] },
  { id: 'rx-sheet', weight: 3, paper: 'letter', head: 'house', nameAsHeading: false, blocks: [drugs, diagnosis, section('Others')] },
];

export const prescription: KindSpec = {
  kind: 'prescription',
  weight: 8,
  heading: 'PRESCRIPTION',
  layouts,
  write: (random) => {
    const complaint = random.pick(complaints);
    const items = pickSome(random, complaint.drugs, 1 + random.int(3));
    return {
      name: '',
      department: complaint.department,
      diagnosis: `${complaint.diagnosis}.`,
      advice: items.map((item, i) => `${i + 1}. ${item}.`).join(' '),
      ...(chance(random, 0.3) ? { others: random.pick(['Repeat once', 'No known allergies', 'Fee paid', 'Penicillin allergy']) } : {}),
      aside: [['Fee class', random.pick(['A', 'B', 'Private'])]],
    };
  },
};
