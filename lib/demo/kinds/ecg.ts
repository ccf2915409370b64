import type { Random } from '@/lib/core/random';
import { measure } from '../content/analytes/analyte';
import { ecgIntervals } from '../content/analytes/vitals';
import { chance, pickSome } from '../content/chance';
import { fill } from '../content/fill';
import { ecgFindings } from '../content/findings/ecg';
import type { MeasuredRow } from '../content/report';
import { section, table } from '../layouts/layout';
import type { Layout } from '../layouts/layout';
import type { KindSpec } from './kind';

const layouts: readonly Layout[] = [
  {
    id: 'ecg-trace', weight: 6, paper: 'letter', head: 'house', nameAsHeading: true,
    blocks: [table(['Item Name', 'Result', 'Unit'], { twoUp: true }), { block: 'ecg-trace' }, section('Diagnosis'), section('Treatment Recommendations')],
  },
  {
    id: 'ecg-table', weight: 3, paper: 'a4', head: 'house', nameAsHeading: false,
    blocks: [table(['Item Name', 'Result', 'Unit', 'Reference Range'], { item: 'both' }), section('Examination Description'), section('Diagnosis'), section('Others')],
  },
  {
    id: 'ecg-half', weight: 2, paper: 'half', head: 'house', nameAsHeading: false,
    blocks: [section('Diagnosis'), table(['Item Name', 'Result', 'Unit'], { twoUp: true, item: 'code' }), { block: 'ecg-trace' }],
  },
];

function heartRate(random: Random, [slowest, fastest]: readonly [number, number]): MeasuredRow {
  const rate = slowest + random.int(fastest - slowest + 1);
  const side = rate < 60 ? 'low' : rate > 100 ? 'high' : 'normal';
  return { name: 'Heart rate', code: 'HR', result: String(rate), unit: 'bpm', range: ['60', '100'], side, critical: '> 150' };
}

export const ecg: KindSpec = {
  kind: 'ecg',
  weight: 7,
  heading: 'ECG REPORT',
  layouts,
  write: (random) => {
    const statement = random.pick(ecgFindings);
    const known = new Map<string, string>();
    return {
      name: random.pick(['12-lead ECG', 'Resting electrocardiogram', 'Electrocardiogram']),
      department: random.pick(['Cardiology', 'Emergency', 'Health Check', 'Anaesthesia']),
      description: fill(random, statement.finding, known),
      diagnosis: `${fill(random, statement.diagnosis, known)}.`,
      ...(statement.advice ? { advice: statement.advice } : {}),
      ...(chance(random, 0.25) ? { others: 'Recorded at rest, 25 mm/s, 10 mm/mV' } : {}),
      rows: [heartRate(random, statement.rate), ...pickSome(random, ecgIntervals, 3 + random.int(6)).map((a) => measure(random, a, 0.2))],
      aside: [['Device', random.pick(['CardioLine 6', 'PulseTrace C2', 'Meridian 12'])]],
    };
  },
};
