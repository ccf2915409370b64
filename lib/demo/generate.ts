import type { Evidence } from '@/lib/core/record/evidence';
import type { JsonObject } from '@/lib/core/record/json';
import { formatPointer } from '@/lib/core/record/pointer';
import { toPageBox, type PageBox } from '@/lib/core/geometry/box';
import { createRandom, hashToSeed } from '@/lib/core/random';
import { capturePage } from './capture/capture-page';
import { joinWordBoxes } from './capture/join-word-boxes';
import { planCapture } from './capture/plan-capture';
import type { CaptureLevel } from './capture/plan-capture';
import { chance, pickWeighted } from './content/chance';
import { hospitalOf, hospitals } from './content/hospitals';
import { drawMoment, yearOf } from './content/moment';
import { createPatient } from './content/people';
import { drawSheet } from './draw/draw-sheet';
import { goldOf } from './gold';
import { kindSpecs } from './kinds';
import type { ReportKind } from './kinds';
import { planSheet } from './layouts/plan-sheet';

export interface ReportOrder {
  /** Of the whole demo: patients follow from it. */
  readonly seed: number;
  /** Which document of the demo. */
  readonly index: number;
  /** Drawn by frequency where not given. */
  readonly kind?: ReportKind;
  /** Whose report; `index` where not given. */
  readonly patient?: number;
  /** Another capture of the same sheet gives a near duplicate; 0 is the first. */
  readonly capture?: number;
  /** Id of the hospital; drawn by the patient's home and by frequency where null or not given. */
  readonly house?: string | null;
}

export interface DemoReport {
  readonly id: string;
  readonly kind: ReportKind;
  /** The patient: documents of one group never straddle splits. */
  readonly group: string;
  /** JPEG. */
  readonly image: Buffer;
  readonly width: number;
  readonly height: number;
  readonly gold: JsonObject;
  readonly evidence: Evidence;
  /** All that was printed as text, in the order of printing: what a perfect reader would find. */
  readonly words: readonly { readonly text: string; readonly box: PageBox }[];
  readonly layout: string;
  readonly captureLevel: CaptureLevel;
}

/** A patient goes to one hospital, mostly. */
const elsewhereShare = 0.15;

/** Writes, prints and photographs one report. The same order gives the same bytes. */
export async function generateReport(order: ReportOrder): Promise<DemoReport> {
  const { seed, index, patient: number = index, capture = 0, house = null } = order;
  const stream = (name: string): ReturnType<typeof createRandom> =>
    createRandom(hashToSeed(`${seed}/${index}/${name}`));
  const random = stream('text');
  const kind = order.kind ?? pickWeighted(random, Object.values(kindSpecs)).kind;
  const spec = kindSpecs[kind];
  const patient = createPatient(seed, number);
  const home = createRandom(hashToSeed(`${patient.group}/${seed}/home`));
  const hospital = house === null ? pickWeighted(chance(random, elsewhereShare) ? random : home, hospitals) : hospitalOf(house);
  const at = drawMoment(random);
  const visit = { patient, hospital, at, age: yearOf(at) - patient.birthYear };
  const plan = planSheet(random, spec, visit, spec.write(random, visit));

  const { canvas, width, height, leaves, words } = drawSheet(plan, stream('strokes'));
  const page = { width, height, pixels: canvas.data().subarray(0, width * height * 4) };
  const capturePlan = planCapture(stream(`capture/${capture}`));
  const captured = await capturePage(page, capturePlan, stream(`grain/${capture}`));
  const evidence = leaves.map((leaf) => [
    formatPointer(leaf.path),
    leaf.lines
      .flatMap((words) => joinWordBoxes(words.map(captured.toImage)))
      .map((box) => ({ page: 0, box: toPageBox(box, captured) })),
  ]);
  return {
    id: documentId(index, capture),
    kind,
    group: patient.group,
    image: captured.jpeg,
    width: captured.width,
    height: captured.height,
    gold: goldOf(leaves),
    evidence: Object.fromEntries(evidence) as Evidence,
    words: words.map(({ text, box }) => ({ text, box: toPageBox(captured.toImage(box), captured) })),
    layout: `${hospital.id}/${plan.layout.id}`,
    captureLevel: capturePlan.level,
  };
}

/** `report-0042`; a further capture of a sheet gets a letter: `report-0042-b`. */
export const documentId = (index: number, capture: number): string =>
  `report-${String(index).padStart(4, '0')}${capture === 0 ? '' : `-${String.fromCharCode(97 + capture)}`}`;
