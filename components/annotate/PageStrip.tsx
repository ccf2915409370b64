'use client';

import { Text, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { PixelSize } from '@/lib/core/geometry/box';
import type { EvidenceBox } from '@/lib/core/record/evidence';
import classes from './annotate.module.css';

export interface StripPage extends PixelSize {
  readonly preview: string;
}

interface Props {
  readonly pages: readonly StripPage[];
  readonly page: number;
  /** Where the field in focus stands, on any page. */
  readonly evidence: readonly EvidenceBox[];
  readonly onPage: (page: number) => void;
}

const percent = (part: number): string => `${part * 100}%`;

/** All pages small: the one in view, and where the field in focus stands; a click turns to it. */
export function PageStrip({ pages, page, evidence, onPage }: Props) {
  const t = useTranslations('annotate.pageStrip');
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [page]);
  return (
    <div className={classes.pages} role="group" aria-label={t('pages')}>
      {pages.map(({ preview, width, height }, at) => {
        const boxes = evidence.filter((one) => one.page === at);
        return (
          <UnstyledButton
            key={preview}
            ref={at === page ? current : undefined}
            className={classes.page}
            aria-label={t(boxes.length > 0 ? 'pageOfWithFocus' : 'pageOf', { page: at + 1, count: pages.length })}
            aria-current={at === page}
            data-evidence={boxes.length > 0}
            onClick={() => onPage(at)}
          >
            <div className={`hf-on-paper ${classes.thumbnail}`} style={{ aspectRatio: `${width} / ${height}` }}>
              <img src={preview} alt="" loading="lazy" decoding="async" width={width} height={height} />
              {boxes.map(({ box }) => (
                <span
                  key={box.join()}
                  style={{ left: percent(box[0]), top: percent(box[1]), width: percent(box[2] - box[0]), height: percent(box[3] - box[1]) }}
                />
              ))}
            </div>
            <Text size="xs" ta="center">{at + 1}</Text>
          </UnstyledButton>
        );
      })}
    </div>
  );
}
