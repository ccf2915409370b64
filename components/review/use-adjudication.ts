'use client';

import { useMemo, useState } from 'react';
import { leafFromText } from '@/lib/core/annotation/leaf-text';
import { absentPlaces } from '@/lib/core/review/absences';
import type { AdjudicationView, ReviewSide } from '@/lib/core/review/contract';
import { pairSides, type PairedLine } from '@/lib/core/review/pair-sides';
import { undecidedLines, type Choice } from '@/lib/core/review/settle';
import { schemaAtPointer } from '@/lib/core/schema/schema-at';
import { isLeafSchema } from '@/lib/core/schema/types';
import { useChoices } from './use-choices';

const noLines: readonly PairedLine[] = [];

/** The lines of two sides, which of them is in focus, and what was decided. */
export function useAdjudication(view: AdjudicationView, left: ReviewSide, right: ReviewSide) {
  const { schema } = view;
  const { choices, change, forget } = useChoices(
    `adjudication:${[left, right].map(({ annotationId, revision }) => `${annotationId}@${revision}`).join(':')}`,
  );
  const pairing = useMemo(() => pairSides(left.content.record, right.content.record, schema), [left, right, schema]);
  const lines = pairing.kind === 'paired' ? pairing.lines : noLines;
  const absent = useMemo(
    () => ({ left: absentPlaces(left.content, lines, 'left'), right: absentPlaces(right.content, lines, 'right') }),
    [left, right, lines],
  );
  const differences = useMemo(() => lines.filter(({ isEqual }) => !isEqual), [lines]);
  const undecided = undecidedLines(lines, choices);
  const [onlyDifferences, setOnlyDifferences] = useState(true);
  const shown = onlyDifferences && differences.length > 0 ? differences : lines;
  const [chosenFocus, setFocus] = useState<string | null>(null);
  const focused = shown.find(({ place }) => place === chosenFocus) ?? undecided[0] ?? shown[0] ?? null;
  const [writing, setWriting] = useState<string | null>(null);

  /** The next line behind `place` that is not decided yet, or else the first such. */
  const nextOpen = (place: string): string => {
    const open = undecided.filter((line) => line.place !== place);
    const at = lines.findIndex((line) => line.place === place);
    return (open.find((line) => lines.indexOf(line) > at) ?? open[0])?.place ?? place;
  };
  const decide = (place: string, choice: Choice): void => {
    change({ [place]: choice });
    setFocus(nextOpen(place));
  };
  return {
    lines: shown, differences, undecided, choices, absent, focused, writing, onlyDifferences, forget,
    unscorable: pairing.kind === 'unscorable' ? pairing.reason : null,
    focus: setFocus,
    toggleEqual: () => setOnlyDifferences((is) => !is),
    take: (place: string, side: 'left' | 'right') => decide(place, { take: side }),
    takeRest: (side: 'left' | 'right') => change(Object.fromEntries(undecided.map(({ place }) => [place, { take: side }]))),
    undecide: (place: string) => change({ [place]: undefined }),
    write: setWriting,
    /** `null`: nothing was typed after all. */
    own: (place: string, text: string | null) => {
      setWriting(null);
      if (text === null) return;
      const field = schemaAtPointer(schema, place);
      const value = field && isLeafSchema(field) ? leafFromText(field, text) : text;
      decide(place, { take: 'own', value: value ?? null });
    },
    step: (by: 1 | -1) => {
      const stops = differences.length > 0 ? differences : lines;
      const at = stops.findIndex(({ place }) => place === focused?.place);
      const next = stops[at < 0 ? 0 : (at + by + stops.length) % stops.length];
      if (next) setFocus(next.place);
    },
  };
}
