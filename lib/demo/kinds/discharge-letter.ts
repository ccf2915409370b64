import { bloodCount } from '../content/analytes/blood-count';
import { chemistry } from '../content/analytes/chemistry';
import { measure } from '../content/analytes/analyte';
import { chance, pickSome } from '../content/chance';
import { fill } from '../content/fill';
import { complaints } from '../content/findings/clinic';
import { drawDoctor } from '../content/people';
import { section, table } from '../layouts/layout';
import type { Layout } from '../layouts/layout';
import type { KindSpec } from './kind';

const [course, diagnosis, plan] = [
  section('Examination Description'),
  section('Diagnosis'),
  section('Treatment Recommendations'),
];
const layouts: readonly Layout[] = [
  { id: 'discharge-letter', weight: 6, paper: 'a4', head: 'letter', nameAsHeading: false, blocks: [plan, diagnosis, course, section('Others')] },
  {
    id: 'discharge-sheet', weight: 2, paper: 'letter', head: 'house', nameAsHeading: false,
    blocks: [plan, table(['Item Name', 'Result', 'Unit'], { twoUp: true }), diagnosis, course],
  },
];

/** Of another domain: the record's keys under other names, in another order. Weight 0: never drawn by chance. */
export const dischargeLetter: KindSpec = {
  kind: 'discharge-letter',
  weight: 0,
  heading: 'DISCHARGE LETTER',
  layouts,
  write: (random) => {
    const complaint = random.pick(complaints);
    const known = new Map<string, string>();
    const analytes = [...pickSome(random, bloodCount, 1 + random.int(2)), ...pickSome(random, chemistry, 1 + random.int(3))];
    return {
      name: '',
      department: complaint.department,
      description: `${fill(random, complaint.history, known)} ${fill(random, complaint.status, known)}`,
      diagnosis: `${complaint.diagnosis}.`,
      advice: `${pickSome(random, complaint.drugs, 2).join('; ')}. ${fill(random, complaint.advice, known)}`,
      ...(chance(random, 0.4) ? { others: random.pick(['Sick note for 7 days', 'Letter handed to the patient', 'Results pending', 'Penicillin allergy']) } : {}),
      rows: analytes.map((analyte) => measure(random, analyte, 0.3)),
      aside: [['Copy to', drawDoctor(random)]],
    };
  },
};
