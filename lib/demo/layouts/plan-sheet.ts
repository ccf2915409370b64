import { createRandom, hashToSeed } from '@/lib/core/random';
import type { Random } from '@/lib/core/random';
import { chance, pickWeighted } from '../content/chance';
import { printMoment } from '../content/moment';
import { drawDoctor, printAge, printGender, printName } from '../content/people';
import type { IndicatorRow, ReportText, ScalarKey, Visit } from '../content/report';
import type { KindSpec } from '../kinds/kind';
import type { HouseStyle } from './house-style';
import { styleOf } from './house-style';
import { labelOf } from './labels';
import type { Layout } from './layout';
import { planMarginalia } from './marginalia';
import type { Marginalia } from './marginalia';
import { printRow } from './print-row';

/** One line of the head; without a key it is a distractor. */
export interface HeadField {
  readonly label: string;
  readonly value: string;
  readonly key?: ScalarKey;
}

/** All that is decided before the first stroke: what is printed, how, and how it is worded. */
export interface SheetPlan {
  readonly spec: KindSpec;
  readonly visit: Visit;
  readonly style: HouseStyle;
  readonly layout: Layout;
  readonly heading: HeadField;
  readonly head: readonly HeadField[];
  readonly rows: readonly IndicatorRow[];
  readonly sections: Readonly<Partial<Record<ScalarKey, string>>>;
  readonly doctor: string;
  readonly marginalia: Marginalia;
}

/** Share of documents of a house that use another layout than its usual one. */
const unusualShare = 0.15;

/** Decides layout, wording and which optional facts are on the sheet. */
export function planSheet(random: Random, spec: KindSpec, visit: Visit, text: ReportText): SheetPlan {
  const style = styleOf(visit.hospital);
  const usual = createRandom(hashToSeed(`${visit.hospital.id}/${spec.kind}`));
  const layout = pickWeighted(chance(random, unusualShare) ? random : usual, spec.layouts);
  const named = layout.nameAsHeading && text.name !== '';
  const table = layout.blocks.find((block) => block.block === 'table')?.table;
  return {
    spec,
    visit,
    style,
    layout,
    heading: named
      ? { label: '', value: style.letterhead === 'banner' ? text.name : text.name.toUpperCase(), key: 'Examination Name' }
      : { label: '', value: spec.heading },
    head: planHead(random, spec, visit, text, style, named),
    rows: table && text.rows ? text.rows.map((row) => printRow(row, table, style)) : [],
    sections: {
      ...(text.description ? { 'Examination Description': text.description } : {}),
      ...(text.diagnosis ? { Diagnosis: text.diagnosis } : {}),
      ...(text.advice ? { 'Treatment Recommendations': text.advice } : {}),
      ...(text.others ? { Others: text.others } : {}),
    },
    doctor: drawDoctor(random),
    marginalia: planMarginalia(random, visit, style),
  };
}

function planHead(
  random: Random,
  spec: KindSpec,
  visit: Visit,
  text: ReportText,
  style: HouseStyle,
  named: boolean,
): readonly HeadField[] {
  const { patient, at } = visit;
  const field = (key: ScalarKey, value: string): HeadField => ({
    label: labelOf(key, spec.kind, style.dialect),
    value,
    key,
  });
  const time = (moment: number): string => printMoment(moment, style.date, style.withTime);
  const who = [
    field('Name', printName(patient, style.name)),
    ...(chance(random, 0.95) ? [field('Gender', printGender(patient, style.gender))] : []),
    ...(chance(random, 0.93) ? [field('Age', printAge(visit.age, style.age))] : []),
  ];
  const stay = [
    ...(chance(random, 0.6) ? [{ label: 'Patient ID', value: patient.number }] : []),
    ...(chance(random, 0.75) ? [field('Department', text.department)] : []),
    ...(chance(random, 0.2) ? [{ label: 'Bed', value: String(1 + random.int(48)) }] : []),
    ...(chance(random, 0.5) ? text.aside.map(([label, value]) => ({ label, value })) : []),
  ];
  const what = [
    ...(text.name !== '' && !named ? [field('Examination Name', text.name)] : []),
    ...(text.site && chance(random, 0.85) ? [field('Examination Site', text.site)] : []),
  ];
  const when = [
    ...(text.collectedBefore && chance(random, 0.8)
      ? [field('Sample Collection Time', time(at - text.collectedBefore))]
      : []),
    ...(text.collectedBefore && chance(random, 0.3)
      ? [{ label: 'Received', value: time(at - Math.round(text.collectedBefore / 2)) }]
      : []),
    ...(chance(random, 0.94) ? [field('Examination Time', time(at))] : []),
  ];
  return {
    'patient-first': [...who, ...stay, ...what, ...when],
    'dates-first': [...when, ...who, ...what, ...stay],
    'examination-first': [...what, ...who, ...when, ...stay],
  }[style.order];
}
