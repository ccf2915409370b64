import { createRandom, hashToSeed } from '@/lib/core/random';
import type { Random } from '@/lib/core/random';
import { pickWeighted } from './content/chance';
import { createPatient } from './content/people';
import { documentId } from './generate';
import type { ReportOrder } from './generate';
import { kindSpecs, reportKinds } from './kinds';
import type { ReportKind } from './kinds';

export const demoSplits = ['pool', 'validation', 'test'] as const;
export type DemoSplit = (typeof demoSplits)[number];

export interface DemoSize {
  readonly seed: number;
  /** Documents of each split. */
  readonly pool?: number;
  readonly validation?: number;
  readonly test?: number;
}

/** One document to be generated: hand it to `generateReport` as it is. */
export interface PlannedReport extends Required<ReportOrder> {
  readonly id: string;
  readonly group: string;
  readonly split: DemoSplit;
}

/** How many documents a patient has: one for most. */
const documentsOfPatient = [1, 1, 1, 1, 2, 2, 3, 4];
/** One sheet in the pool out of this many is captured twice. */
const sheetsPerNearDuplicate = 60;

/**
 * The documents of a demo project. A patient is in one split only; kinds are
 * unevenly frequent, but a split of 13 documents and more has every kind; the
 * pool holds a few sheets that were captured twice.
 */
export function planDemo({ seed, pool = 200, validation = 20, test = 40 }: DemoSize): readonly PlannedReport[] {
  const random = createRandom(hashToSeed(`${seed}/plan`));
  const planned: PlannedReport[] = [];
  let patient = 0;
  let index = 0;
  for (const [split, size] of [['pool', pool], ['validation', validation], ['test', test]] as const) {
    const repeats = split === 'pool' ? Math.ceil(size / sheetsPerNearDuplicate) : 0;
    const kinds = drawKinds(random, size - Math.min(repeats, size));
    const first = planned.length;
    while (kinds.length > 0) {
      const { group } = createPatient(seed, patient);
      for (const kind of kinds.splice(0, random.pick(documentsOfPatient))) {
        planned.push({ id: documentId(index, 0), kind, group, split, seed, index, patient, capture: 0 });
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
