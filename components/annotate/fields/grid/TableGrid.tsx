'use client';

import { Button, Text } from '@mantine/core';
import { Fragment, memo, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { boundsOf, isInBounds } from '@/lib/core/tables/cell-range';
import { isSameParts } from '@/components/ui/store';
import { useFieldActions } from '../field-actions';
import { spokenName, type PanelBlock } from '../panel-model';
import { usePanel, usePanelStore } from '../PanelProvider';
import { RowTools } from '../RowTools';
import { measureColumns } from './column-widths';
import { GhostRows } from './GhostRows';
import classes from './grid.module.css';
import { ghostTexts } from './ghost-texts';
import { GridCell } from './GridCell';
import { GridHeading } from './GridHeading';
import { ColumnSources, ProposalBar } from './ProposalBar';
import { useCellChoice } from './use-cell-choice';
import { useGridEdits } from './use-grid-edits';
import { useGridEvents } from './use-grid-events';
import { useRowWindow } from './use-row-window';

interface Props {
  readonly block: Extract<PanelBlock, { kind: 'table' }>;
  readonly scroller: () => HTMLElement | null;
}

/** A list as a table to be walked, typed and pasted into. */
export const TableGrid = memo(function TableGrid({ block, scroller }: Props) {
  const t = useTranslations('annotate.tableGrid');
  const { item, table, cells } = block;
  const actions = useFieldActions();
  const panel = usePanelStore();
  const grid = useRef<HTMLTableElement>(null);
  const { rowCount } = item;
  const columns = table.columns.length;
  const size = useMemo(() => ({ rows: rowCount, columns }), [rowCount, columns]);
  const focus = usePanel((model) => (model.focus?.startsWith(`${table.list}/`) ? model.focus : null));
  const choice = useCellChoice(table, size, focus);
  const { head, headPointer, range, edited, choose } = choice;
  const comesBackRef = useRef(false);
  const edits = useGridEdits(table, () => panel.getState().content, range, (pasted) => {
    comesBackRef.current = true;
    choose(pasted);
  });
  const chosen = range && boundsOf(range);
  const window = useRowWindow(rowCount, head?.row ?? null, grid, scroller);

  const proposal = usePanel((model) => (model.proposal?.table.list === table.list ? model.proposal.proposal : null));
  const suggested = usePanel((model) => model.open.lists[table.list]);
  const proposedRows = useMemo(() => ghostTexts(table, proposal, suggested), [table, proposal, suggested]);
  const measure = useMemo(() => measureColumns(table, proposedRows), [table, proposedRows]);
  const widths = usePanel((model) => measure(model.content.record), isSameParts);
  // Room that is left over goes to the widest column.
  const roomy = widths.indexOf(Math.max(...widths));

  const isSuggested = (): boolean => {
    const { proposal: anyProposal, open } = panel.getState();
    return anyProposal !== null || (headPointer !== null && open.leaves[headPointer] !== undefined);
  };
  const events = useGridEvents({ grid, table, size, choice, edits, isSuggested, comesBackRef });
  const isShown = rowCount > 0 || proposedRows.length > 0;
  return (
    <section className={classes.list} style={{ marginInlineStart: item.depth * 12 }} aria-label={spokenName(item.pointer)}>
      <GridHeading item={item} onPaste={edits.onPaste} />
      {isShown && (
        <div className={classes.scroll}>
          <table
            ref={grid}
            className={classes.table}
            style={{ minWidth: `calc(${widths.reduce((sum, width) => sum + width, 0)}ch + 108px)` }}
            role="grid"
            aria-label={spokenName(item.pointer)}
            aria-rowcount={rowCount + 1}
            aria-colcount={columns + 2}
            aria-multiselectable
            aria-readonly={actions.isReadOnly}
            onKeyDown={events.onKeyDown}
            onCopy={edited ? undefined : edits.onCopy}
            onCut={edited ? undefined : edits.onCopy}
            onPaste={edited ? undefined : edits.onPaste}
            onPointerDown={events.onPointerDown}
            onPointerMove={events.onPointerMove}
            onDoubleClick={events.onDoubleClick}
          >
            <colgroup>
              <col style={{ width: 30 }} />
              {widths.map((width, at) => <col key={at} style={at === roomy ? {} : { width: `${width}ch` }} />)}
              <col style={{ width: 78 }} />
            </colgroup>
            <thead>
              <tr role="row" aria-rowindex={1}>
                <th role="columnheader" scope="col" aria-label={t('row')} />
                {table.columns.map((column, at) => (
                  <th key={column.name} role="columnheader" scope="col" aria-colindex={at + 2} title={column.schema.description} dir="auto">{column.name}</th>
                ))}
                <th role="columnheader" scope="col" aria-label={t('rowTools')} />
              </tr>
            </thead>
            <tbody>
              {window.rows.map(({ row, gap }) => (
                <Fragment key={row}>
                  {gap > 0 && <tr aria-hidden style={{ height: gap }} />}
                  <tr ref={window.measure} data-index={row} role="row" aria-rowindex={row + 2} data-focus={head?.row === row}>
                    <th role="rowheader" scope="row">{row + 1}</th>
                    {table.columns.map((_, column) => {
                      const cell = cells[row * columns + column];
                      const isHead = head?.row === row && head.column === column;
                      return cell && (
                        <GridCell
                          key={cell.pointer}
                          pointer={cell.pointer}
                          schema={cell.schema}
                          column={column}
                          isHead={isHead}
                          isEntry={isHead || (!head && row === 0 && column === 0)}
                          isChosen={chosen !== null && isInBounds(chosen, { row, column })}
                          editedFrom={edited?.pointer === cell.pointer ? edited.first : undefined}
                          onEditorKey={events.onEditorKey}
                          onChosen={events.onChosen}
                        />
                      );
                    })}
                    <td role="gridcell" className={classes.tools} data-row-tools>
                      {!actions.isReadOnly && <RowTools list={item.pointer} index={row} rowCount={rowCount} />}
                    </td>
                  </tr>
                </Fragment>
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
          {t('takeSuggestedRows', { count: suggested.rowCount, confidence: Math.round(suggested.confidence * 100) })}
        </Button>
      )}
      {edits.notice && (
        <div className={classes.bar} role="status">
          <Text size="sm">{edits.notice.kind === 'refused' ? edits.notice.message : t('firstRowNamesColumns')}</Text>
          {edits.notice.kind === 'heading' && (
            <Button size="compact-xs" variant="default" onClick={() => edits.notice?.kind === 'heading' && edits.keepHeading(edits.notice)}>
              {t('putInAsRow')}
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" onClick={edits.dismiss}>{t('close')}</Button>
        </div>
      )}
    </section>
  );
});
