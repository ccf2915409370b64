import { listKey } from '../content/report';
import type { IndicatorKey, IndicatorRow } from '../content/report';
import { columnTitle } from '../layouts/labels';
import type { TableLayout } from '../layouts/layout';
import type { SheetPlan } from '../layouts/plan-sheet';
import type { Font } from './fonts';
import { margin } from './letterhead';
import type { Sheet } from './sheet';

interface Column {
  readonly key: IndicatorKey | 'number';
  readonly title: string;
  readonly width: number;
}

const gap = 18;
/** Rules around cells are faint, as a laser prints them. */
export const faint = '#c9c9d0';

/** The table of indicators. `y` is the top; gives the y below. */
export function drawTable(sheet: Sheet, plan: SheetPlan, table: TableLayout, y: number): number {
  const rows = plan.rows;
  const groups = table.twoUp && rows.length > 3 ? 2 : 1;
  const perGroup = Math.ceil(rows.length / groups);
  const full = sheet.width - 2 * margin;
  const width = groups === 2 ? (full - 28) / 2 : full;
  const columns = layColumns(sheet, plan, table, width);
  let bottom = y;
  for (let group = 0; group < groups; group++) {
    const first = group * perGroup;
    const part = rows.slice(first, first + perGroup);
    const x = margin + group * (width + 28);
    bottom = Math.max(bottom, drawGroup(sheet, plan, table, columns, part, first, x, y, width));
  }
  return bottom + 14;
}

/** Widths by the widest text of each column, what is left over shared out evenly. */
function layColumns(sheet: Sheet, plan: SheetPlan, table: TableLayout, width: number): readonly Column[] {
  const { dialect } = plan.style;
  const body = bodyFont(plan);
  const keys: readonly (IndicatorKey | 'number')[] = table.numbered ? ['number', ...table.columns] : table.columns;
  const natural = keys.map((key) => {
    if (key === 'number') return { key, title: 'No.', width: sheet.measure('No.', titleFont(plan)) };
    const title = columnTitle(key, dialect);
    const cells = plan.rows.map((row) => sheet.measure(row[key] ?? '', body) + besideWidth(sheet, table, key, row, body));
    return { key, title, width: Math.max(sheet.measure(title, titleFont(plan)), ...cells) };
  });
  const used = natural.reduce((sum, column) => sum + column.width, 0);
  const spare = Math.max(gap, Math.min(90, (width - used) / natural.length));
  return natural.map((column) => ({ ...column, width: column.width + spare }));
}

const bodyFont = (plan: SheetPlan): Font => ({ face: plan.style.family, size: plan.style.size });
const titleFont = (plan: SheetPlan): Font => ({ ...bodyFont(plan), bold: true });

const besideWidth = (sheet: Sheet, table: TableLayout, key: string, row: IndicatorRow, font: Font): number =>
  table.markBeside && key === 'Result' && row['Abnormal Mark']
    ? gap / 2 + sheet.measure(row['Abnormal Mark'], font)
    : 0;

function drawGroup(
  sheet: Sheet,
  plan: SheetPlan,
  table: TableLayout,
  columns: readonly Column[],
  rows: readonly IndicatorRow[],
  first: number,
  x: number,
  top: number,
  width: number,
): number {
  const { size, accent } = plan.style;
  const { context } = sheet;
  const [look, step] = [plan.style.table, size * 1.5];
  const body = bodyFont(plan);
  const inset = look === 'grid' || look === 'zebra' ? 7 : 2;
  const baselineIn = (rowTop: number): number => rowTop + size * 1.08;
  const line = (y: number, weight: number): void => {
    context.fillStyle = look === 'grid' ? faint : accent;
    context.fillRect(x, y, width, weight);
  };
  if (look === 'zebra') {
    context.fillStyle = `${accent}26`;
    context.fillRect(x, top, width, step);
  }
  let cellX = x;
  for (const column of columns) {
    sheet.write({ text: column.title, font: titleFont(plan) }, cellX + inset, baselineIn(top));
    cellX += column.width;
  }
  if (look !== 'zebra') line(top + step, look === 'bare' ? 1 : 2);
  if (look === 'rules' || look === 'grid') line(top - 2, look === 'grid' ? 1 : 2);

  rows.forEach((row, i) => {
    const rowTop = top + step * (i + 1) + 4;
    if (look === 'zebra' && i % 2 === 1) {
      context.fillStyle = '#f1f3f4';
      context.fillRect(x, rowTop, width, step);
    }
    let left = x;
    for (const column of columns) {
      const text = column.key === 'number' ? String(first + i + 1) : (row[column.key] ?? '');
      const at = left + inset;
      if (text !== '') {
        const leaf = column.key === 'number' ? {} : { leaf: [listKey, first + i, column.key] };
        const advance = sheet.write({ text, font: body, ...leaf }, at, baselineIn(rowTop));
        const mark = row['Abnormal Mark'];
        if (table.markBeside && column.key === 'Result' && mark) {
          sheet.write(
            { text: mark, font: titleFont(plan), leaf: [listKey, first + i, 'Abnormal Mark'] },
            at + advance + gap / 2,
            baselineIn(rowTop),
          );
        }
      }
      left += column.width;
    }
    if (look === 'grid') line(rowTop + step - 2, 1);
  });
  const bottom = top + step * (rows.length + 1) + 6;
  if (look === 'rules') line(bottom, 2);
  if (look === 'grid') drawUprights(sheet, columns, x, top - 2, bottom - 4, width);
  return bottom;
}

function drawUprights(sheet: Sheet, columns: readonly Column[], x: number, top: number, bottom: number, width: number): void {
  let at = x;
  for (const edge of [...columns.slice(0, -1).map((column) => column.width), null]) {
    sheet.context.fillRect(at, top, 1, bottom - top);
    if (edge !== null) at += edge;
  }
  sheet.context.fillRect(x + width - 1, top, 1, bottom - top);
}
