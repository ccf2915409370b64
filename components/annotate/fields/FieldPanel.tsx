'use client';

import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { isAtOrBelow } from '@/lib/core/annotation/content';
import type { Preferences } from '../use-preferences';
import { BlockHeading } from './BlockHeading';
import classes from './fields.module.css';
import { FieldHint } from './FieldHint';
import { TableGrid } from './grid/TableGrid';
import { LeafField } from './LeafField';
import { PanelHeader } from './PanelHeader';
import { blocksOf, type PanelBlock } from './panel-model';
import { usePanel } from './PanelProvider';
import { useFocusInPanel } from './use-focus-in-panel';

interface Props {
  /** Grows with each wish to put the text cursor into the field in focus. */
  readonly cursorWish: number;
  readonly preferences?: Preferences | undefined;
  readonly onAcceptAll?: (() => void) | undefined;
}

const guessedPx = (block: PanelBlock | undefined): number =>
  block?.kind === 'table' ? 70 + 29 * block.item.rowCount : block?.kind === 'heading' ? 40 : 34;

/** All fields of the record in the order of the schema, any depth; only what is in sight is drawn. */
export function FieldPanel({ cursorWish, preferences, onAcceptAll }: Props) {
  const t = useTranslations('annotate.fieldPanel');
  const root = useRef<HTMLDivElement>(null);
  const scroller = useCallback(() => root.current, []);
  const focus = usePanel((model) => model.focus);
  const items = usePanel((model) => model.items);
  const blocks = useMemo(() => blocksOf(items), [items]);
  const indexOf = (pointer: string): number =>
    blocks.findIndex((block) => block.item.pointer === pointer || (block.kind === 'table' && isAtOrBelow(pointer, block.item.pointer)));
  const focused = focus === null ? -1 : indexOf(focus);
  const virtual = useVirtualizer({
    count: blocks.length,
    getScrollElement: scroller,
    estimateSize: (index) => guessedPx(blocks[index]),
    getItemKey: (index) => blocks[index]?.item.pointer ?? index,
    overscan: 5,
    // The field in focus stays drawn wherever one scrolls: it holds the cursor.
    rangeExtractor: (range: Range) => [...new Set([...defaultRangeExtractor(range), ...(focused < 0 ? [] : [focused])])].sort((a, b) => a - b),
  });
  useFocusInPanel({ root, focus, cursorWish, reveal: (pointer) => virtual.scrollToIndex(Math.max(0, indexOf(pointer)), { align: 'auto' }) });
  return (
    <div className={classes.frame}>
      <PanelHeader preferences={preferences} onAcceptAll={onAcceptAll} />
      <div ref={root} className={classes.panel} role="region" aria-label={t('fields')}>
        <div className={classes.blocks} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const block = blocks[index];
            return block && (
              <div key={key} ref={virtual.measureElement} data-index={index} className={classes.block} style={{ transform: `translateY(${start}px)` }}>
                {block.kind === 'leaf' && <LeafField pointer={block.item.pointer} label={block.item.label} depth={block.item.depth} schema={block.item.schema} />}
                {block.kind === 'heading' && <BlockHeading item={block.item} />}
                {block.kind === 'table' && <TableGrid block={block} scroller={scroller} />}
              </div>
            );
          })}
        </div>
      </div>
      <FieldHint />
    </div>
  );
}
