'use client';

import { useLocalStorage } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl';
import classes from './annotate.module.css';

interface Props {
  readonly canvas: ReactNode;
  readonly fields: ReactNode;
}

export type FieldsPlace = 'beside' | 'below';
const limits = { beside: { least: 300, most: 1100 }, below: { least: 160, most: 700 } } as const;
/** Until somebody drags the border. */
const firstShare = '37%';
const step = 24;

/** Where the fields stand; the browser remembers it. */
export const useFieldsPlace = () =>
  useLocalStorage<FieldsPlace>({ key: 'hundredfold-fields-place', defaultValue: 'beside' });

/** Canvas and fields with a border that can be dragged, or moved by arrow keys; it stays where it was put. */
export function Split({ canvas, fields }: Props) {
  const t = useTranslations('annotate.split');
  const [place] = useFieldsPlace();
  const { least, most } = limits[place];
  const [size, setSize] = useLocalStorage<number | null>({ key: `hundredfold-fields-${place}`, defaultValue: null });
  const fieldsRef = useRef<HTMLDivElement>(null);
  const change = (px: number): void => setSize(Math.round(Math.min(most, Math.max(least, px))));
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const whole = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!whole || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    change(place === 'beside' ? whole.right - event.clientX : whole.bottom - event.clientY);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [more, less] = place === 'beside' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key !== more && event.key !== less) return;
    event.preventDefault();
    const bounds = fieldsRef.current?.getBoundingClientRect();
    const now = (place === 'beside' ? bounds?.width : bounds?.height) ?? least;
    change(now + (event.key === more ? step : -step));
  };
  return (
    <div className={classes.split} data-place={place}>
      <div className={classes.canvas}>{canvas}</div>
      <div
        className={classes.border}
        role="separator"
        aria-orientation={place === 'beside' ? 'vertical' : 'horizontal'}
        aria-label={t('roomForFields')}
        aria-valuemin={least}
        aria-valuemax={most}
        aria-valuenow={size ?? least}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      />
      <div ref={fieldsRef} className={classes.fields} style={{ flexBasis: size ?? firstShare }}>{fields}</div>
    </div>
  );
}
