import type { IndicatorRow, MeasuredRow } from '../content/report';
import type { HouseStyle } from './house-style';
import type { TableLayout } from './layout';

const statuses = { low: 'Low', normal: 'Normal', high: 'High', positive: 'Abnormal' } as const;

/** The cells of one row as a house prints them; empty cells are left out. */
export function printRow(row: MeasuredRow, table: TableLayout, style: HouseStyle): IndicatorRow {
  const item = { name: row.name, code: row.code, both: `${row.name} (${row.code})` }[table.item];
  const range = typeof row.range === 'string' ? row.range : row.range.join(style.dash);
  const mark = row.side === 'normal' ? '' : style.marks[row.side];
  const cells: Required<IndicatorRow> = {
    'Item Name': item,
    Result: row.result,
    Unit: row.unit,
    'Reference Range': range,
    'Abnormal Mark': mark,
    'Detection Method': row.method ?? '',
    'Result Status': range === '' ? '' : statuses[row.side],
    'Clinical Indication': row.side === 'normal' ? '' : (row.indication ?? ''),
    'Critical Value': row.critical ?? '',
  };
  const printed = table.markBeside ? [...table.columns, 'Abnormal Mark' as const] : table.columns;
  return Object.fromEntries(printed.map((key) => [key, cells[key]] as const).filter(([, text]) => text !== ''));
}
