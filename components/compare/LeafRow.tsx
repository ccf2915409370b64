'use client';

import { Table } from '@mantine/core';
import { memo, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { parsePointer } from '@/lib/core/record/pointer';
import type { Translate } from '@/messages/translate';
import { type Home, LeafValue, leafText } from './LeafValue';
import classes from './compare.module.css';
import { type ComparedCell, type ComparedLine } from './comparison-view';
import verdicts from './verdicts.module.css';

interface Props {
  readonly line: ComparedLine;
  readonly place: number;
  /** All lines of the document: a value in the wrong row names another one. */
  readonly lines: readonly ComparedLine[];
  readonly isFocused: boolean;
  readonly isFaint: boolean;
  readonly onFocus: (place: number) => void;
  readonly onHover: (place: number | null) => void;
}

/** "indicators 3 · result": rows count from 1 for people. */
function nameOf({ goldPointer, path, cells }: ComparedLine): string {
  const pointer = goldPointer ?? cells.find((cell) => cell?.pointer)?.pointer;
  if (!pointer) return path;
  return parsePointer(pointer)
    .map((segment) => (/^\d+$/.test(segment) ? String(Number(segment) + 1) : segment))
    .join(' · ');
}

/** "row 2 · WBC": by its number and what gold has first in it. */
function homeOf(t: Translate<'compare.leafRow'>, cell: ComparedCell | null, lines: readonly ComparedLine[]): Home | null {
  const home = cell?.belongsTo;
  if (!home) return null;
  const first = lines.find(({ goldPointer }) => goldPointer === home.row || goldPointer?.startsWith(`${home.row}/`));
  const number = Number(parsePointer(home.row).at(-1)) + 1;
  return {
    name: first ? t('rowOf', { number, text: leafText(first.gold) }) : t('row', { number }),
    place: lines.findIndex(({ goldPointer }) => goldPointer === home.leaf),
  };
}

/** Scrolls the pane alone: the page around it stays where it is. */
function showInPane(row: HTMLElement | null): void {
  const pane = row?.closest<HTMLElement>('[data-scroll-pane]');
  if (!row || !pane) return;
  const [inner, outer] = [row.getBoundingClientRect(), pane.getBoundingClientRect()];
  const head = 72;
  if (inner.top < outer.top + head) pane.scrollTop -= outer.top + head - inner.top;
  else if (inner.bottom > outer.bottom) pane.scrollTop += inner.bottom - outer.bottom;
}

/** One line; a step to the next draws two of them anew, however many there are. */
export const LeafRow = memo(function LeafRow({ line, place, lines, isFocused, isFaint, onFocus, onHover }: Props) {
  const t = useTranslations('compare.leafRow');
  const outcomeWords = useTranslations('compare.outcomes');
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isFocused) showInPane(row.current);
  }, [isFocused, lines]);
  return (
    <Table.Tr
      ref={row}
      className={classes.line}
      data-focused={isFocused}
      data-faint={isFaint}
      aria-selected={isFocused}
      onClick={() => onFocus(place)}
      onMouseEnter={() => onHover(place)}
      style={{ cursor: 'pointer' }}
    >
      <Table.Td>
        {nameOf(line)}
        {line.severity === 'minor' && <span className={verdicts['minor']}>{t('minor')}</span>}
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'break-word' }}>{leafText(line.gold) || <span className="hf-muted">{t('absent')}</span>}</Table.Td>
      {line.cells.map((cell, column) => (
        <Table.Td key={column}>
          <LeafValue cell={cell} gold={line.gold} severity={line.severity} home={homeOf(t, cell, lines)} onGoTo={onFocus} />
        </Table.Td>
      ))}
      <Table.Td>{line.outcome ? outcomeWords(`${line.outcome}.name`) : ''}</Table.Td>
    </Table.Tr>
  );
});
