'use client';

import { Group, Pagination, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { EvidenceBox } from '@/lib/core/record/evidence';
import type { LeafOutcome } from '@/lib/core/scoring';
import { documentImagePath } from '../ui/paths';
import classes from './compare.module.css';
import { type ComparedLine, type DocumentView, letterOf } from './comparison-view';

interface Props {
  readonly projectId: string;
  readonly view: DocumentView;
  /** Place of the line whose boxes stand out: under the pointer, else in focus. */
  readonly shown: number | null;
}

interface DrawnBox {
  readonly box: EvidenceBox;
  readonly colour: string;
  /** Solid for what people said, dashed for a model. */
  readonly isGold: boolean;
  readonly name: string;
  readonly line: number;
}

const colourOf: Readonly<Record<LeafOutcome, string>> = {
  right: 'var(--hf-right)',
  wrong: 'var(--hf-wrong)',
  missing: 'var(--hf-missing)',
  invented: 'var(--hf-invented)',
};

function boxesOf(line: ComparedLine, place: number): DrawnBox[] {
  const gold = line.goldBoxes.map((box) => ({ box, colour: 'var(--hf-missing)', isGold: true, name: 'gold', line: place }));
  const predicted = line.cells.flatMap((cell, column) =>
    (cell?.boxes ?? []).map((box) => ({
      box, colour: colourOf[cell?.outcome ?? 'right'], isGold: false, name: letterOf(column), line: place,
    })),
  );
  return [...gold, ...predicted];
}

function Box({ drawn, isShown }: { readonly drawn: DrawnBox; readonly isShown: boolean }) {
  const [x0, y0, x1, y1] = drawn.box.box;
  const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;
  return (
    <rect
      x={percent(x0)}
      y={percent(y0)}
      width={percent(x1 - x0)}
      height={percent(y1 - y0)}
      rx={2}
      fill={isShown ? 'var(--hf-focus)' : drawn.colour}
      fillOpacity={isShown ? 0.16 : 0.06}
      stroke={isShown ? 'var(--hf-focus)' : drawn.colour}
      strokeOpacity={isShown ? 1 : 0.5}
      strokeWidth={isShown ? 2 : 1}
      strokeDasharray={drawn.isGold ? undefined : '4 3'}
      vectorEffect="non-scaling-stroke"
    >
      <title>{drawn.name}</title>
    </rect>
  );
}

/** The page with what each record points at; the line in focus stands out and is scrolled to. */
export function PageEvidence({ projectId, view, shown }: Props) {
  const { document, leaves } = view;
  const drawn = leaves.flatMap(boxesOf);
  const target = drawn.find(({ line }) => line === shown)?.box;
  const [turnedTo, setTurnedTo] = useState(0);
  const pane = useRef<HTMLDivElement>(null);
  const page = target?.page ?? turnedTo;
  const top = target?.box[1];
  useEffect(() => {
    const frame = pane.current;
    if (top === undefined || !frame) return;
    const y = top * frame.scrollHeight;
    if (y < frame.scrollTop + 40 || y > frame.scrollTop + frame.clientHeight - 80) {
      frame.scrollTo({ top: y - frame.clientHeight / 3 });
    }
  }, [top, page, document.id]);
  const here = document.pages[page] ?? document.pages[0];
  if (!here) return <Text c="dimmed">The document has no page.</Text>;
  const onPage = drawn.filter(({ box }) => box.page === here.index).sort((a, b) => Number(a.line === shown) - Number(b.line === shown));
  return (
    <div ref={pane} className={`hf-surface ${classes.pane}`}>
      {document.pages.length > 1 && (
        <Group justify="center" p={4}>
          <Pagination size="xs" total={document.pages.length} value={page + 1} onChange={(value) => setTurnedTo(value - 1)} />
        </Group>
      )}
      <div className={classes.page} style={{ aspectRatio: `${here.width} / ${here.height}` }}>
        <img src={documentImagePath(projectId, document.id, here.index)} alt={`Page ${here.index + 1} of ${document.name}`} />
        <svg role="img" aria-label="Where the values stand">
          {onPage.map((one, place) => (
            <Box key={place} drawn={one} isShown={one.line === shown} />
          ))}
        </svg>
      </div>
    </div>
  );
}
