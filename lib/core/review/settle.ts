import { isAtOrBelow, type AnnotationContent, type ProvenanceSource } from '../annotation/content';
import type { EvidenceBox } from '../record/evidence';
import type { JsonObject, Leaf } from '../record/json';
import { formatPointer, parsePointer } from '../record/pointer';
import { schemaAtPointer } from '../schema/schema-at';
import { isListSchema, type RecordSchema } from '../schema/types';
import { absentPlaces } from './absences';
import { buildRecord, type PlacedLeaf } from './build-record';
import { pairSides, type PairedLine, type SideLeaf } from './pair-sides';

/** What a reviewer takes for a line: a side with its evidence, or a value of their own. */
export type Choice = { readonly take: 'left' | 'right' } | { readonly take: 'own'; readonly value: Leaf };
/** By the line's place. */
export type Choices = Readonly<Record<string, Choice>>;

export interface SettleInput {
  readonly left: AnnotationContent;
  readonly right: AnnotationContent;
  readonly schema: RecordSchema;
  readonly choices: Choices;
}

export type Settlement =
  | { readonly kind: 'settled'; readonly content: AnnotationContent }
  | { readonly kind: 'undecided'; readonly places: readonly string[] }
  | { readonly kind: 'unscorable'; readonly reason: string };

/** Lines that the sides differ in and nothing was chosen for. */
export const undecidedLines = (lines: readonly PairedLine[], choices: Choices): PairedLine[] =>
  lines.filter(({ isEqual, place }) => !isEqual && !Object.hasOwn(choices, place));

const boxesOf = (content: AnnotationContent, side: SideLeaf | null): readonly EvidenceBox[] =>
  side ? (content.evidence[side.pointer] ?? []) : [];

function take(content: AnnotationContent, side: SideLeaf | null, place: string): PlacedLeaf[] {
  if (!side) return [];
  const source: ProvenanceSource | undefined = content.provenance[side.pointer];
  return [{ place, value: side.value, boxes: boxesOf(content, side), source }];
}

/** Chosen for the line; where both are equal and nothing was chosen, the left. */
function settleLine({ place, left, right }: PairedLine, { left: a, right: b, choices, schema }: SettleInput): PlacedLeaf[] {
  const choice: Choice = choices[place] ?? { take: 'left' };
  if (choice.take !== 'own') return choice.take === 'left' ? take(a, left, place) : take(b, right, place);
  if (choice.value === null || choice.value === '') {
    const holder = schemaAtPointer(schema, formatPointer(parsePointer(place).slice(0, -1)));
    return holder && isListSchema(holder) ? [] : [{ place, value: null, boxes: [], source: 'absent' }];
  }
  // A corrected reading stands where the two readings stand.
  const boxes = boxesOf(a, left).length > 0 ? boxesOf(a, left) : boxesOf(b, right);
  return [{ place, value: choice.value, boxes, source: 'typed' }];
}

/** "Absent" said by a side, where nothing was taken and no line there was taken from the other side. */
function settleAbsences(lines: readonly PairedLine[], taken: readonly PlacedLeaf[], input: SettleInput): PlacedLeaf[] {
  const isOpen = (place: string, side: 'left' | 'right'): boolean =>
    !taken.some((leaf) => isAtOrBelow(leaf.place, place)) &&
    lines.filter((line) => isAtOrBelow(line.place, place)).every((line) => input.choices[line.place]?.take === side);
  const absent = (['left', 'right'] as const).flatMap((side) =>
    [...absentPlaces(input[side], lines, side)].filter((place) => isOpen(place, side)),
  );
  return [...new Set(absent)].map((place) => {
    const field = schemaAtPointer(input.schema, place);
    return { place, value: field && isListSchema(field) ? [] : null, boxes: [], source: 'absent' };
  });
}

/**
 * The record that a reviewer makes out of two, with the evidence and the
 * provenance of the side that each leaf was taken from. A leaf taken from a side
 * that has nothing there is left out, and a row without values is no row.
 */
export function settle(input: SettleInput): Settlement {
  const pairing = pairSides(input.left.record, input.right.record, input.schema);
  if (pairing.kind === 'unscorable') return pairing;
  const { lines } = pairing;
  const undecided = undecidedLines(lines, input.choices);
  if (undecided.length > 0) return { kind: 'undecided', places: undecided.map(({ place }) => place) };
  const taken = lines.flatMap((line) => settleLine(line, input));
  return { kind: 'settled', content: buildRecord([...taken, ...settleAbsences(lines, taken, input)], input.schema) };
}

/** Whether a place of the choices is a line of these records: a choice for another says that something changed. */
export function strayChoices(left: JsonObject, right: JsonObject, schema: RecordSchema, choices: Choices): string[] {
  const pairing = pairSides(left, right, schema);
  const places = new Set(pairing.kind === 'paired' ? pairing.lines.map(({ place }) => place) : []);
  return Object.keys(choices).filter((place) => !places.has(place));
}
