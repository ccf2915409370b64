'use client';

import { Button, Text } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import type { SuggestedRows } from '@/lib/core/annotation/suggestions';
import { boundsOf, cellAfter, cellBeside, isInBounds, oneCell } from '@/lib/core/tables/cell-range';
import { cellPointer, type Table } from '@/lib/core/tables/table-columns';
import { proposedCells } from '@/lib/core/tables/take-proposal';
import { useFieldActions } from '../field-actions';
import { leafProps, spokenName, type PanelBlock, type PanelModel } from '../panel-model';
import { RowTools } from '../RowTools';
import { columnWidths } from './column-widths';
import { GhostRows } from './GhostRows';
import classes from './grid.module.css';
import { GridCell } from './GridCell';
import { gridActOf } from './grid-keys';
import { GridHeading } from './GridHeading';
import { ColumnSources, ProposalBar } from './ProposalBar';
import { cellAt, useCellChoice } from './use-cell-choice';
import { useGridEdits } from './use-grid-edits';
import { useRowWindow } from './use-row-window';

interface Props {
  readonly model: PanelModel;
  readonly block: Extract<PanelBlock, { kind: 'table' }>;
  readonly scroller: () => HTMLElement | null;
}

const textsOfRows = (table: Table, { list, rowCount, leaves }: SuggestedRows): string[][] =>
  Array.from({ length: rowCount }, (_, row) =>
    table.columns.map((_, column) => textOfLeaf(leaves.find(({ pointer }) => pointer === cellPointer({ ...table, list }, row, column))?.value)),
  );

/** A list as a table to be walked, typed and pasted into. */
export function TableGrid({ model, block, scroller }: Props) {
  const { item, table, cells } = block;
  const actions = useFieldActions();
  const grid = useRef<HTMLTableElement>(null);
  const { rowCount } = item;
  const columns = table.columns.length;
  const size = useMemo(() => ({ rows: rowCount, columns }), [rowCount, columns]);
  const choice = useCellChoice(table, size, model.focus);
  const { head, range, edited, choose, edit, endEdit } = choice;
  const comesBack = useRef(false);
  const edits = useGridEdits(table, model.content, range, (pasted) => {
    comesBack.current = true;
    choose(pasted);
  });
  const chosen = range && boundsOf(range);
  const window = useRowWindow(rowCount, head?.row ?? null, grid, scroller);

  const proposal = model.proposal?.table.list === table.list ? model.proposal.proposal : null;
  const suggested = model.open.lists[item.pointer];
  const proposedRows = useMemo(() => {
    if (!proposal) return suggested ? textsOfRows(table, suggested) : [];
    const found = proposedCells(proposal);
    const rows = [...new Set(found.map(({ row }) => row))];
    return rows.map((row) => table.columns.map((_, column) => found.find((cell) => cell.row === row && cell.column === column)?.fill.text ?? ''));
  }, [proposal, suggested, table]);
  const widths = columnWidths(table, cells, proposedRows);
  // Room that is left over goes to the widest column.
  const roomy = widths.indexOf(Math.max(...widths));

  // The cursor stays with the cell in focus, and comes back from an editor that closes.
  const focusCell = useCallback((pointer: string | null) => {
    const cell = pointer === null ? null : grid.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(pointer)}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  const headPointer = head ? cellPointer(table, head.row, head.column) : null;
  useLayoutEffect(() => {
    if (edited || !(comesBack.current || grid.current?.contains(document.activeElement))) return;
    comesBack.current = false;
    if (!document.activeElement?.closest('[data-row-tools]')) focusCell(headPointer);
  }, [headPointer, edited, focusCell]);
  useEffect(() => {
    if (!edited) return;
    const editor = grid.current?.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input');
    editor?.focus();
    if (edited.first === null) editor?.setSelectionRange(editor.value.length, editor.value.length);
  }, [edited]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!head || !range || !(event.target instanceof HTMLElement) || !event.target.dataset.cell) return;
    const pressed = { key: event.key, mod: event.ctrlKey || event.metaKey, alt: event.altKey, shift: event.shiftKey };
    const isSuggested = model.proposal !== null || (headPointer !== null && model.open.leaves[headPointer] !== undefined);
    const act = gridActOf(pressed, range, size, isSuggested);
    if (!act) return;
    if (act.kind === 'choose') choose(act.range);
    else if (act.kind === 'leave') actions.onLeave(cellPointer(table, act.step === 1 ? size.rows - 1 : 0, act.step === 1 ? columns - 1 : 0), act.step);
    else if (actions.isReadOnly) return;
    else if (act.kind === 'edit') {
      // At once, so that the letter goes into the editor.
      flushSync(() => edit(head, act.first));
      grid.current?.querySelector<HTMLElement>('textarea, input')?.focus();
      if (act.first !== null) return;
    } else if (act.kind === 'clear') edits.clear();
    else if (act.kind === 'absent') edits.absent();
    else edits.fillDown();
    event.preventDefault();
  };
  const onEditorKey = useCallback(
    (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing || event.defaultPrevented || !head) return;
      const isOn = event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
      const next =
        event.key === 'Tab' ? cellAfter(head, event.shiftKey ? -1 : 1, size) : isOn ? cellBeside(head, { row: 1, column: 0 }, size) : null;
      if (event.key === 'Escape' || event.key === 'F2' || isOn || (event.key === 'Tab' && next)) {
        event.preventDefault();
        event.stopPropagation();
        comesBack.current = true;
        endEdit();
        if (next) choose(oneCell(next));
      }
    },
    [head, size, endEdit, choose],
  );
  const onChosen = useCallback(() => {
    comesBack.current = true;
    endEdit();
  }, [endEdit]);
  const cellOf = (target: EventTarget): ReturnType<typeof cellAt> =>
    cellAt(table, rowCount, (target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : null) ?? null);
  const onPointerDown = (event: PointerEvent) => {
    const cell = cellOf(event.target);
    if (!cell || event.button !== 0 || (edited && headPointer === cellPointer(table, cell.row, cell.column))) return;
    choose(event.shiftKey && range ? { anchor: range.anchor, head: cell } : oneCell(cell));
  };
  const onPointerMove = (event: PointerEvent) => {
    const cell = event.buttons === 1 && range && !edited ? cellOf(event.target) : null;
    if (cell && range && (cell.row !== range.head.row || cell.column !== range.head.column)) choose({ anchor: range.anchor, head: cell });
  };
  const onDoubleClick = (event: { readonly target: EventTarget }) => {
    const cell = cellOf(event.target);
    if (cell && !actions.isReadOnly) edit(cell, null);
  };
  const isShown = rowCount > 0 || proposedRows.length > 0;
  return (
    <section className={classes.list} style={{ marginInlineStart: item.depth * 12 }} aria-label={spokenName(item.pointer)}>
      <GridHeading item={item} model={model} onPaste={edits.onPaste} />
      {isShown && (
        <div className={classes.scroll}>
          <table
            ref={grid}
            className={classes.table}
            style={{ minWidth: `calc(${widths.reduce((sum, width) => sum + width, 0)}ch + 92px)` }}
            role="grid"
            aria-label={spokenName(item.pointer)}
            aria-rowcount={rowCount + 1}
            aria-colcount={columns + 2}
            aria-multiselectable
            aria-readonly={actions.isReadOnly}
            onKeyDown={onKeyDown}
            onCopy={edited ? undefined : edits.onCopy}
            onCut={edited ? undefined : edits.onCopy}
            onPaste={edited ? undefined : edits.onPaste}
            onPointerDown={onPointerDown}
            onPointerMove={onPointerMove}
            onDoubleClick={onDoubleClick}
          >
            <colgroup>
              <col style={{ width: 30 }} />
              {widths.map((width, at) => <col key={at} style={at === roomy ? {} : { width: `${width}ch` }} />)}
              <col style={{ width: 62 }} />
            </colgroup>
            <thead>
              <tr role="row" aria-rowindex={1}>
                <th role="columnheader" scope="col" aria-label="Row" />
                {table.columns.map((column, at) => (
                  <th key={column.name} role="columnheader" scope="col" aria-colindex={at + 2} title={column.schema.description} dir="auto">{column.name}</th>
                ))}
                <th role="columnheader" scope="col" aria-label="Row tools" />
              </tr>
            </thead>
            <tbody>
              {window.above > 0 && <tr aria-hidden style={{ height: window.above }} />}
              {window.rows.map((row) => (
                <tr key={row} role="row" aria-rowindex={row + 2} data-focus={head?.row === row}>
                  <th role="rowheader" scope="row">{row + 1}</th>
                  {table.columns.map((_, column) => {
                    const cell = cells[row * columns + column];
                    const isHead = head?.row === row && head.column === column;
                    return cell && (
                      <GridCell
                        key={cell.pointer}
                        {...leafProps(model, cell)}
                        column={column}
                        isHead={isHead}
                        isEntry={isHead || (!head && row === 0 && column === 0)}
                        isChosen={chosen !== null && isInBounds(chosen, { row, column })}
                        editedFrom={edited?.pointer === cell.pointer ? edited.first : undefined}
                        onEditorKey={onEditorKey}
                        onChosen={onChosen}
                      />
                    );
                  })}
                  <td role="gridcell" className={classes.tools} data-row-tools>
                    {!actions.isReadOnly && <RowTools list={item.pointer} index={row} rowCount={rowCount} />}
                  </td>
                </tr>
              ))}
              {window.below > 0 && <tr aria-hidden style={{ height: window.below }} />}
              {proposal && <ColumnSources proposal={proposal} columns={table.columns} />}
              <GhostRows rows={proposedRows} before={rowCount} />
            </tbody>
          </table>
        </div>
      )}
      {proposal && <ProposalBar rowCount={proposedRows.length} />}
      {suggested && !proposal && !actions.isReadOnly && (
        <Button size="compact-xs" variant="light" mt={4} onClick={() => actions.onTakeRows(item.pointer)}>
          Take {suggested.rowCount} suggested {suggested.rowCount === 1 ? 'row' : 'rows'} (least sure: {Math.round(suggested.confidence * 100)} %)
        </Button>
      )}
      {edits.notice && (
        <div className={classes.bar} role="status">
          <Text size="sm">{edits.notice.kind === 'refused' ? edits.notice.message : 'The first row names columns and was left out.'}</Text>
          {edits.notice.kind === 'heading' && (
            <Button size="compact-xs" variant="default" onClick={() => edits.notice?.kind === 'heading' && edits.keepHeading(edits.notice)}>
              Put it in as a row
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" onClick={edits.dismiss}>Close</Button>
        </div>
      )}
    </section>
  );
}
