'use client';

import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import type { PageBox } from '@/lib/core/geometry/box';
import type { Pin } from '@/lib/core/review/pins';
import classes from './pins.module.css';

interface Props {
  /** Of the page that is shown. */
  readonly pins: readonly Pin[];
  /** Where a box lies over the page as it is shown. */
  readonly frameOf: (box: PageBox) => CSSProperties;
  /** The thread that is open beside the page. */
  readonly opened: string | null;
  /** A place drawn for a comment that is being written. */
  readonly drawn: PageBox | null;
  readonly onOpen: (threadId: string) => void;
}

/** Where comments are pinned to the page: a frame for each, with a number that opens its thread. */
export function PinLayer({ pins, frameOf, opened, drawn, onOpen }: Props) {
  const t = useTranslations('review.pins');
  return (
    <div className={classes['layer']} role="group" aria-label={t('onThisPage')}>
      {pins.map(({ threadId, number, box, isResolved }) => (
        <div key={threadId} className={classes['pin']} style={frameOf(box)} data-open={threadId === opened} data-resolved={isResolved}>
          <button
            type="button"
            className={classes['number']}
            aria-label={isResolved ? t('resolvedComment', { number }) : t('comment', { number })}
            aria-pressed={threadId === opened}
            onClick={() => onOpen(threadId)}
          >
            {number}
          </button>
        </div>
      ))}
      {drawn && <div className={classes['pin']} style={frameOf(drawn)} data-open="true" />}
    </div>
  );
}
