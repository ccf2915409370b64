'use client';

import { ActionIcon, Group, Pagination, Text } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PageShape } from '@/lib/core/geometry/word';
import type { PageBox } from '@/lib/core/geometry/box';
import type { EvidenceBox } from '@/lib/core/record/evidence';
import type { Pin } from '@/lib/core/review/pins';
import { documentImagePath } from '@/components/ui/paths';
import { PinLayer } from './PinLayer';
import classes from './review.module.css';

export interface SideBoxes {
  readonly left: readonly EvidenceBox[];
  readonly right: readonly EvidenceBox[];
}

interface Props {
  readonly projectId: string;
  readonly document: { readonly id: string; readonly name: string };
  readonly pages: readonly PageShape[];
  /** Evidence of the line in focus. */
  readonly boxes: SideBoxes;
  /** Where a comment points. */
  readonly turnTo: number | null;
  /** Comments on places of the pages. */
  readonly pins: readonly Pin[];
  readonly openedPin: string | null;
  readonly onOpenPin: (threadId: string) => void;
}

const zooms = [1, 1.5, 2, 3] as const;
const sides = [
  { name: 'left', color: 'var(--hf-focus)', dash: '' },
  { name: 'right', color: 'var(--hf-row)', dash: '6 4' },
] as const;

const percent = (share: number): string => `${share * 100}%`;
const frameOf = ([x0, y0, x1, y1]: PageBox) => ({ left: percent(x0), top: percent(y0), width: percent(x1 - x0), height: percent(y1 - y0) });

/** The page with where both annotators say that the value in focus stands: the left solid, the right dashed. */
export function SidesPage({ projectId, document, pages, boxes, turnTo, pins, openedPin, onOpenPin }: Props) {
  const t = useTranslations('review.sidesPage');
  const [turned, setTurned] = useState(0);
  const [zoom, setZoom] = useState(0);
  const pane = useRef<HTMLDivElement>(null);
  const target = boxes.left[0] ?? boxes.right[0];
  useEffect(() => {
    const page = target?.page ?? turnTo;
    if (page !== null) setTurned(page);
  }, [target, turnTo]);
  useEffect(() => {
    const frame = pane.current;
    if (!frame || !target) return;
    const [x, y] = [target.box[0] * frame.scrollWidth, target.box[1] * frame.scrollHeight];
    if (y < frame.scrollTop + 40 || y > frame.scrollTop + frame.clientHeight - 80) frame.scrollTop = y - frame.clientHeight / 3;
    if (x < frame.scrollLeft || x > frame.scrollLeft + frame.clientWidth - 80) frame.scrollLeft = x - frame.clientWidth / 3;
  }, [target, turned, zoom]);
  const page = pages[turned] ?? pages[0];
  if (!page) return <Text p="md" c="dimmed">{t('documentHasNoPage')}</Text>;
  const scale = zooms[zoom] ?? 1;
  return (
    <div ref={pane} className={classes['pane']}>
      <Group justify="space-between" px="sm" py={4} wrap="nowrap" style={{ position: 'sticky', top: 0, left: 0, zIndex: 1, background: 'var(--hf-surface)' }}>
        {pages.length > 1 ? <Pagination size="xs" total={pages.length} value={turned + 1} onChange={(value) => setTurned(value - 1)} /> : <span />}
        <Group gap={2}>
          <ActionIcon aria-label={t('smaller')} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}><IconZoomOut size={16} /></ActionIcon>
          <ActionIcon aria-label={t('larger')} disabled={zoom === zooms.length - 1} onClick={() => setZoom(zoom + 1)}><IconZoomIn size={16} /></ActionIcon>
        </Group>
      </Group>
      <div className={classes['paper']} style={{ width: `${scale * 100}%`, aspectRatio: `${page.width} / ${page.height}` }}>
        <img src={documentImagePath(projectId, document.id, page.page)} alt={t('pageOf', { page: page.page + 1, name: document.name })} />
        <svg role="img" aria-label={t('whereValueInFocus')}>
          {sides.flatMap(({ name, color, dash }) =>
            boxes[name]
              .filter((one) => one.page === page.page)
              .map(({ box: [x0, y0, x1, y1] }, index) => (
                <rect
                  key={`${name}${index}`}
                  x={`${x0 * 100}%`}
                  y={`${y0 * 100}%`}
                  width={`${(x1 - x0) * 100}%`}
                  height={`${(y1 - y0) * 100}%`}
                  fill={color}
                  fillOpacity={0.12}
                  stroke={color}
                  strokeWidth={2}
                  strokeDasharray={dash}
                />
              )),
          )}
        </svg>
        <PinLayer pins={pins.filter((pin) => pin.page === page.page)} frameOf={frameOf} opened={openedPin} drawn={null} onOpen={onOpenPin} />
      </div>
    </div>
  );
}
