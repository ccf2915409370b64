'use client';

import { Tooltip } from '@mantine/core';
import { useTranslations } from 'use-intl';
import classes from './selection.module.css';
import type { MapPoint, SelectionDetail } from './types';

interface Props {
  readonly selection: SelectionDetail;
  readonly focused: string | null;
  readonly onFocus: (documentId: string | null) => void;
}

const size = 1000;
const margin = 40;

/** Fits points of any spread into the square of the drawing. */
function scaleOf(points: readonly MapPoint[]) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const fit = (value: number, low: number, high: number): number =>
    high > low ? margin + ((value - low) / (high - low)) * (size - 2 * margin) : size / 2;
  return ({ x, y }: MapPoint) => ({ cx: fit(x, left, right), cy: fit(y, top, bottom) });
}

/** The pool in two dimensions: alike documents lie close, picks carry their rank. */
export function PoolMap({ selection, focused, onFocus }: Props) {
  const t = useTranslations('selection.poolMap');
  const { map } = selection.report;
  const place = scaleOf(map);
  const ranks = new Map(selection.picks.map(({ documentId, rank }) => [documentId, rank]));
  return (
    <figure className={`hf-surface ${classes.map}`}>
      <svg viewBox={`0 0 ${size} ${size * 0.72}`} preserveAspectRatio="xMidYMid meet" role="img" aria-label={t('mapOfDocumentsPicked', { count: map.length, picked: selection.picks.length })}>
        <g transform="scale(1 0.72)">
          {map.map((point) => {
            const rank = ranks.get(point.id);
            const { cx, cy } = place(point);
            return (
              <Tooltip key={point.id} label={[rank, point.name, point.kind, point.isLabelled ? t('labelledBefore') : null].filter(Boolean).join(' · ')}>
                <ellipse
                  cx={cx}
                  cy={cy}
                  rx={rank ? 9 : 5}
                  ry={rank ? 9 / 0.72 : 5 / 0.72}
                  className={classes.point}
                  data-picked={rank !== undefined}
                  data-labelled={point.isLabelled}
                  data-focused={focused === point.id}
                  onMouseEnter={() => onFocus(point.id)}
                  onMouseLeave={() => onFocus(null)}
                />
              </Tooltip>
            );
          })}
        </g>
        {map.map((point) => {
          const rank = ranks.get(point.id);
          if (!rank || (rank > 25 && focused !== point.id)) return null;
          const { cx, cy } = place(point);
          return (
            <text key={point.id} x={cx + 11} y={cy * 0.72 + 4} className={classes.rank}>
              {rank}
            </text>
          );
        })}
      </svg>
      <figcaption className={classes.legend}>
        <span data-picked>{t('picked')}</span>
        <span data-labelled>{t('labelledBefore')}</span>
        <span>{t('pool')}</span>
      </figcaption>
    </figure>
  );
}
