'use client';

import { useMemo } from 'react';
import type { PageBox } from '@/lib/core/geometry/box';
import type { EvidenceBox } from '@/lib/core/record/evidence';
import type { FieldBox } from '@/lib/core/tools/types';
import type { CanvasMark } from '@/components/canvas/mark';
import { proposedCells } from '@/lib/core/tables/take-proposal';
import { useStore, type Readable } from '@/components/ui/store';
import type { PanelModel } from './fields/panel-model';

type Form = Pick<CanvasMark, 'form' | 'confidence'>;
const person: Form = { form: 'person', confidence: null };

const marksOf = (boxes: readonly EvidenceBox[], pointer: string, page: number, form: Form, focus: string | null): CanvasMark[] =>
  boxes.flatMap(({ page: own, box }, at) =>
    own === page ? [{ key: `${form.form}${pointer}#${at}`, box, at, isInFocus: pointer === focus, ...form }] : [],
  );

/** Boxes to draw on a page: what people marked, and what a model suggests where they have not. */
export function useMarks(panel: Readable<PanelModel>, page: number): readonly CanvasMark[] {
  const evidence = useStore(panel, ({ content }) => content.evidence);
  const open = useStore(panel, (model) => model.open);
  const focus = useStore(panel, (model) => model.focus);
  const proposal = useStore(panel, (model) => model.proposal);
  return useMemo(() => {
    const suggested = [...Object.values(open.leaves), ...Object.values(open.lists).flatMap(({ leaves }) => leaves)];
    const proposed = proposal ? proposedCells(proposal.proposal) : [];
    return [
      ...proposed.flatMap(({ row, column, fill }) => marksOf(fill.boxes, `${row}-${column}`, page, { form: 'suggested', confidence: null }, null)),
      ...suggested.flatMap(({ pointer, boxes, confidence }) => marksOf(boxes, pointer, page, { form: 'suggested', confidence }, focus)),
      ...Object.entries(evidence).flatMap(([pointer, boxes]) => marksOf(boxes, pointer, page, person, focus)),
    ];
  }, [evidence, open, focus, proposal, page]);
}

/** Words that are chosen and belong to no field yet. */
export const wordMarks = (boxes: readonly PageBox[]): readonly CanvasMark[] =>
  boxes.map((box, at) => ({ key: `word#${at}`, box, at, isInFocus: true, ...person }));

/** The boxes that can be moved: those of the field in focus that a person has marked or accepted. */
export const useFieldBoxes = (marks: readonly CanvasMark[]): readonly FieldBox[] =>
  useMemo(() => marks.filter(({ form, isInFocus }) => form === 'person' && isInFocus).map(({ at, box }) => ({ at, box })), [marks]);

const none: readonly EvidenceBox[] = [];

/** Where the field in focus stands on any page: what a person marked, or else what is suggested. */
export const evidenceInFocus = ({ content, open, focus }: PanelModel): readonly EvidenceBox[] =>
  focus === null ? none : (content.evidence[focus] ?? open.leaves[focus]?.boxes ?? none);
