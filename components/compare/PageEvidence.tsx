'use client';

import { Group, Pagination, Text } from '@mantine/core';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { documentImagePath } from '../ui/paths';
import { EvidenceShape } from './EvidenceShape';
import classes from './compare.module.css';
import type { DocumentView } from './comparison-view';
import { evidenceMarks } from './evidence-marks';

interface Props {
  readonly projectId: string;
  readonly view: DocumentView;
  /** Place of the line whose boxes stand out: under the pointer, else in focus. */
  readonly shown: number | null;
}

/** The page with what each record points at; the line in focus stands out and is scrolled to. */
export function PageEvidence({ projectId, view, shown }: Props) {
  const t = useTranslations('compare.pageEvidence');
  const { document, leaves } = view;
  const marks = useMemo(() => evidenceMarks(leaves), [leaves]);
  const target = marks.find(({ line }) => line === shown)?.box;
  const id = useId();
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
  if (!here) return <Text c="dimmed">{t('documentHasNoPage')}</Text>;
  const onPage = marks.filter(({ box }) => box.page === here.index).sort((a, b) => Number(a.line === shown) - Number(b.line === shown));
  return (
    <div ref={pane} className={`hf-surface ${classes.pane}`}>
      {document.pages.length > 1 && (
        <Group justify="center" p={4}>
          <Pagination size="xs" total={document.pages.length} value={page + 1} onChange={(value) => setTurnedTo(value - 1)} />
        </Group>
      )}
      <div className={classes.page} style={{ aspectRatio: `${here.width} / ${here.height}` }}>
        <img src={documentImagePath(projectId, document.id, here.index)} alt={t('pageOf', { index: here.index + 1, name: document.name })} />
        <svg role="img" aria-label={t('whereValuesStand')} className="hf-on-paper">
          <defs>
            <pattern id={`${id}hatch`} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
              <line x1={0} y1={0} x2={6} y2={0} stroke="var(--hf-invented)" strokeWidth={2} />
            </pattern>
            <marker id={`${id}arrow`} viewBox="0 0 8 8" refX={7} refY={4} markerWidth={5} markerHeight={5} orient="auto">
              <path d="M0 0 8 4 0 8z" fill="var(--hf-row)" />
            </marker>
          </defs>
          {onPage.map((mark, place) => (
            <EvidenceShape key={place} mark={mark} isShown={mark.line === shown} hatch={`${id}hatch`} arrow={`${id}arrow`} />
          ))}
        </svg>
      </div>
    </div>
  );
}
