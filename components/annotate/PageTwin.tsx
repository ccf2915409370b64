'use client';

import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import { spokenBox } from '@/lib/core/annotation/spoken-box';
import type { PageWords } from '@/lib/core/geometry/word';
import { valueAt } from '@/lib/core/record/pointer';
import type { CanvasHand } from '@/components/canvas/PageCanvas';
import { BoxList } from './BoxList';
import { spokenName } from './fields/panel-model';
import { usePanelLater } from './fields/PanelProvider';

interface Props {
  readonly page: PageWords;
  readonly onField: (pointer: string) => void;
  /** Without it words are only read. */
  readonly hand: CanvasHand | null;
}

/** What the canvas shows, as two lists: boxes of fields lead to their field, words go where a click would put them. */
export const PageTwin = memo(function PageTwin({ page, onField, hand }: Props) {
  const t = useTranslations('annotate.pageTwin');
  const content = usePanelLater((model) => model.content);
  const open = usePanelLater((model) => model.open);
  const fields = useMemo(() => {
    const marked = Object.entries(content.evidence).flatMap(([pointer, boxes]) =>
      boxes.map((box) => ({ pointer, text: textOfLeaf(valueAt(content.record, pointer)), ...box })),
    );
    const suggested = Object.values(open.leaves).flatMap(({ pointer, value, boxes }) =>
      boxes.map((box) => ({ pointer, text: t('suggested', { text: textOfLeaf(value) }), ...box })),
    );
    return [...marked, ...suggested]
      .filter((mark) => mark.page === page.page)
      .map(({ pointer, text, box }, at) => ({ pointer, key: `${pointer}#${at}`, name: spokenBox(`${spokenName(pointer)}: ${text}`, box) }));
  }, [content, open, page.page, t]);
  const words = useMemo(() => page.words.map(({ text, box }, at) => ({ key: String(at), name: spokenBox(text, box) })), [page.words]);
  const number = page.page + 1;
  return (
    <>
      <BoxList
        label={t('fieldsFoundOnPage', { number })}
        boxes={fields}
        onPick={(at) => {
          const pointer = fields[at]?.pointer;
          if (pointer !== undefined) onField(pointer);
        }}
      />
      <BoxList
        label={t('wordsOfPage', { number })}
        boxes={words}
        onPick={(at) => {
          const word = page.words[at];
          if (word) hand?.onWords([word], 'fill');
        }}
      />
    </>
  );
});
