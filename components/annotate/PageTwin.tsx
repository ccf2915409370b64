'use client';

import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import { spokenBox } from '@/lib/core/annotation/spoken-box';
import type { PageWords } from '@/lib/core/geometry/word';
import { valueAt } from '@/lib/core/record/pointer';
import type { CanvasHand } from '@/components/canvas/PageCanvas';
import { BoxList } from './BoxList';
import { spokenName, type PanelModel } from './fields/panel-model';
import { usePanelLater } from './fields/PanelProvider';

interface Props {
  readonly page: PageWords;
  readonly onField: (pointer: string) => void;
  /** Without it words are only read. */
  readonly hand: CanvasHand | null;
}

interface MarkedField {
  readonly pointer: string;
  readonly key: string;
  readonly name: string;
}

/** The boxes of fields on a page, each with what its field says. */
function fieldsOn({ content, open }: PanelModel, page: number, spokenSuggestion: (text: string) => string): readonly MarkedField[] {
  const marked = Object.entries(content.evidence).flatMap(([pointer, boxes]) =>
    boxes.map((box) => ({ pointer, text: textOfLeaf(valueAt(content.record, pointer)), ...box })),
  );
  const suggested = Object.values(open.leaves).flatMap(({ pointer, value, boxes }) =>
    boxes.map((box) => ({ pointer, text: spokenSuggestion(textOfLeaf(value)), ...box })),
  );
  return [...marked, ...suggested]
    .filter((mark) => mark.page === page)
    .map(({ pointer, text, box }, at) => ({ pointer, key: `${pointer}#${at}`, name: spokenBox(`${spokenName(pointer)}: ${text}`, box) }));
}

const isSameList = (a: readonly MarkedField[], b: readonly MarkedField[]): boolean =>
  a.length === b.length && a.every(({ key, name }, at) => key === b[at]?.key && name === b[at]?.name);

/** Boxes that lead to their field; what a letter changes in them follows after the paint. */
const FieldTwin = memo(function FieldTwin({ page, onField }: { readonly page: number; readonly onField: (pointer: string) => void }) {
  const t = useTranslations('annotate.pageTwin');
  const fields = usePanelLater((model) => fieldsOn(model, page, (text) => t('suggested', { text })), isSameList);
  return (
    <BoxList
      label={t('fieldsFoundOnPage', { number: page + 1 })}
      boxes={fields}
      onPick={(at) => {
        const pointer = fields[at]?.pointer;
        if (pointer !== undefined) onField(pointer);
      }}
    />
  );
});

/** What the canvas shows, as two lists: boxes of fields lead to their field, words go where a click would put them. */
export const PageTwin = memo(function PageTwin({ page, onField, hand }: Props) {
  const t = useTranslations('annotate.pageTwin');
  const words = useMemo(() => page.words.map(({ text, box }, at) => ({ key: String(at), name: spokenBox(text, box) })), [page.words]);
  return (
    <>
      <FieldTwin page={page.page} onField={onField} />
      <BoxList
        label={t('wordsOfPage', { number: page.page + 1 })}
        boxes={words}
        onPick={(at) => {
          const word = page.words[at];
          if (word) hand?.onWords([word], 'fill');
        }}
      />
    </>
  );
});
