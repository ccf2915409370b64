'use client';

import { useLocalStorage } from '@mantine/hooks';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import classes from './annotate.module.css';

interface Props {
  readonly left: ReactNode;
  readonly right: ReactNode;
}

const limits = { least: 300, most: 900, first: 430, step: 24 } as const;
const clamp = (width: number): number => Math.min(limits.most, Math.max(limits.least, width));

/** Canvas and fields with a border that can be dragged, or moved by arrow keys; it stays where it was put. */
export function Split({ left, right }: Props) {
  const [width, setWidth] = useLocalStorage<number>({ key: 'hundredfold-fields-width', defaultValue: limits.first });
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const edge = event.currentTarget.parentElement?.getBoundingClientRect().right ?? 0;
    setWidth(clamp(edge - event.clientX));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? limits.step : event.key === 'ArrowRight' ? -limits.step : 0;
    if (step !== 0) setWidth(clamp(width + step));
  };
  return (
    <div className={classes.split}>
      <div className={classes.left}>{left}</div>
      <div
        className={classes.border}
        role="separator"
        aria-orientation="vertical"
        aria-label="Width of the fields"
        aria-valuemin={limits.least}
        aria-valuemax={limits.most}
        aria-valuenow={Math.round(width)}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      />
      <div className={classes.right} style={{ width }}>{right}</div>
    </div>
  );
}
