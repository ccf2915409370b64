import { createRandom, hashToSeed } from '@/lib/core/random';
import type { Random } from '@/lib/core/random';
import { pickWeighted } from './content/chance';
import { createPatient } from './content/people';
import { documentId } from './generate';
import type { ReportOrder } from './generate';
import { kindSpecs, reportKinds } from './kinds';
import type { ReportKind } from './kinds';

export const demoSplits = ['pool', 'validation', 'test', 'transfer'] as const;
export type DemoSplit = (typeof demoSplits)[number];

/** The demo's transfer suite: one kind from one house, neither of which stands in the other splits. */
export const demoSuite = { name: 'Discharge letters', kind: 'discharge-letter', house: 'ravenscar' } as const;

export interface DemoSize {
  readonly seed: number;
  /** Documents of each split. */
  readonly pool?: number;
  readonly validation?: number;
  readonly test?: number;
  /** Of another domain; none where not given. */
  readonly transfer?: number;
}

/** One document to be generated: hand it to `generateReport` as it is. */
export interface PlannedReport extends Required<ReportOrder> {
  readonly id: string;
  readonly group: string;
  readonly split: DemoSplit;
  /** Name of the transfer suite, null in other splits. */
  readonly suite: string | null;
}

/** How many documents a patient has: one for most. */
const documentsOfPatient = [1, 1, 1, 1, 2, 2, 3, 4];
/** One sheet in the pool out of this many is captured twice. */
const sheetsPerNearDuplicate = 60;

/**
 * The documents of a demo project. A patient is in one split only; kinds are
 * unevenly frequent, but a split of 13 documents and more has every kind; the
 * pool holds a few sheets that were captured twice. The transfer suite comes
 * last and changes nothing of the others.
 */
export function planDemo({ seed, pool = 200, validation = 20, test = 40, transfer = 0 }: DemoSize): readonly PlannedReport[] {
  const random = createRandom(hashToSeed(`${seed}/plan`));
  const planned: PlannedReport[] = [];
  let patient = 0;
  let index = 0;
  for (const [split, size] of [['pool', pool], ['validation', validation], ['test', test], ['transfer', transfer]] as const) {
    const repeats = split === 'pool' ? Math.ceil(size / sheetsPerNearDuplicate) : 0;
    const isElsewhere = split === 'transfer';
    const from = isElsewhere ? { suite: demoSuite.name, house: demoSuite.house } : { suite: null, house: null };
    const count = size - Math.min(repeats, size);
    const kinds = isElsewhere ? Array.from({ length: count }, () => demoSuite.kind) : drawKinds(random, count);
    const first = planned.length;
    while (kinds.length > 0) {
      const { group } = createPatient(seed, patient);
      for (const kind of kinds.splice(0, random.pick(documentsOfPatient))) {
        planned.push({ id: documentId(index, 0), kind, group, split, ...from, seed, index, patient, capture: 0 });
        index += 1;
      }
      patient += 1;
    }
    const sheets = planned.slice(first);
    for (const sheet of random.shuffle(sheets).slice(0, repeats)) {
      planned.push({ ...sheet, id: documentId(sheet.index, 1), capture: 1 });
    }
  }
  return planned;
}

/** Every kind once as far as they go, the rest by frequency. */
function drawKinds(random: Random, count: number): ReportKind[] {
  const specs = Object.values(kindSpecs);
  const rest = Array.from({ length: Math.max(0, count - reportKinds.length) }, () => pickWeighted(random, specs).kind);
  return random.shuffle([...random.shuffle(reportKinds).slice(0, count), ...rest]);
}
