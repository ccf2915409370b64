'use client';

import { Badge, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { isLeafItem } from '@/lib/core/annotation/fields';
import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import type { SuggestedRows } from '@/lib/core/annotation/suggestions';
import { isLeafSchema, type ListSchema, type ObjectSchema } from '@/lib/core/schema/types';
import classes from './fields.module.css';
import { useFieldActions } from './field-actions';
import { LeafCell } from './LeafCell';
import { leafProps, spokenName, type PanelModel } from './panel-model';
import { RowTools } from './RowTools';

interface Props {
  readonly model: PanelModel;
  readonly pointer: string;
  readonly label: string;
  readonly schema: ListSchema;
  readonly rowCount: number;
}

/** A list of leaves, or of objects that have leaves only. */
export const isTable = (schema: ListSchema): boolean =>
  isLeafSchema(schema.items) ||
  (schema.items.type === 'object' && Object.values(schema.items.properties).every(isLeafSchema));

const columnsOf = (schema: ListSchema): readonly string[] | null =>
  isLeafSchema(schema.items) ? null : Object.keys((schema.items as ObjectSchema).properties);

/** What a model suggests for a list without rows: shown as such, taken as a whole. */
function SuggestedRowsNotice({ rows, columns, onTake }: { readonly rows: SuggestedRows; readonly columns: readonly string[] | null; readonly onTake: () => void }) {
  const { isReadOnly } = useFieldActions();
  const text = (row: number, column: string | null): string => {
    const pointer = `${rows.list}/${row}${column === null ? '' : `/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`}`;
    return textOfLeaf(rows.leaves.find((leaf) => leaf.pointer === pointer)?.value);
  };
  return (
    <>
      {Array.from({ length: rows.rowCount }, (_, row) => (
        <tr key={row} className={classes.ghostRow}>
          <td>{row + 1}</td>
          {(columns ?? [null]).map((column) => (
            <td key={column ?? ''}>{text(row, column)}</td>
          ))}
          <td />
        </tr>
      ))}
      {!isReadOnly && (
        <tr>
          <td colSpan={(columns?.length ?? 1) + 2}>
            <Button size="compact-xs" variant="light" onClick={onTake}>
              Take {rows.rowCount} suggested {rows.rowCount === 1 ? 'row' : 'rows'} (least sure: {Math.round(rows.confidence * 100)} %)
            </Button>
          </td>
        </tr>
      )}
    </>
  );
}

/** List rows as a compact table; evidence follows a row wherever it goes. */
export function ListTable({ model, pointer, label, schema, rowCount }: Props) {
  const actions = useFieldActions();
  const columns = columnsOf(schema);
  const suggested = model.open.lists[pointer];
  const cells = model.items.filter(isLeafItem).filter((item) => item.pointer.startsWith(`${pointer}/`));
  const isInRow = (cell: string, row: number): boolean => cell === `${pointer}/${row}` || cell.startsWith(`${pointer}/${row}/`);
  return (
    <section className={classes.list} aria-label={spokenName(pointer)}>
      <Group gap="xs" className={classes.heading}>
        <Text size="sm" fw={600}>{label}</Text>
        <Badge size="sm" variant="light" color="gray">{rowCount}</Badge>
        {schema.description && <Text size="xs" c="dimmed" lineClamp={1} style={{ flex: 1 }}>{schema.description}</Text>}
      </Group>
      <div className={classes.tableScroll}>
        <table className={classes.table}>
          {columns && (rowCount > 0 || suggested) && (
            <thead>
              <tr>
                <th scope="col" aria-label="Row" />
                {columns.map((column) => <th key={column} scope="col">{column}</th>)}
                <th aria-label="Row tools" />
              </tr>
            </thead>
          )}
          <tbody>
            {Array.from({ length: rowCount }, (_, row) => (
              <tr key={row} data-focus={model.focus !== null && isInRow(model.focus, row)}>
                <td className={classes.rowNumber}>{row + 1}</td>
                {cells.filter((cell) => isInRow(cell.pointer, row)).map((cell) => (
                  <td key={cell.pointer}><LeafCell {...leafProps(model, cell)} /></td>
                ))}
                <td className={classes.rowTools}>{!actions.isReadOnly && <RowTools list={pointer} index={row} rowCount={rowCount} />}</td>
              </tr>
            ))}
            {suggested && <SuggestedRowsNotice rows={suggested} columns={columns} onTake={() => actions.onTakeRows(pointer)} />}
          </tbody>
        </table>
      </div>
      {!actions.isReadOnly && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={12} />}
          aria-label={`Add a row to ${spokenName(pointer)}`}
          onClick={() => actions.onAddRow(pointer, schema.items, rowCount)}
        >
          Add row
        </Button>
      )}
    </section>
  );
}
