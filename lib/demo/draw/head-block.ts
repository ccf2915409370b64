import type { HeadField, SheetPlan } from '../layouts/plan-sheet';
import type { Font } from './fonts';
import { margin } from './letterhead';
import { ink } from './sheet';
import type { Sheet } from './sheet';
import { faint } from './table';

const lineHeight = 1.55;

/** Patient, dates and examination. `y` is the top; gives the y below. */
export function drawHeadBlock(sheet: Sheet, plan: SheetPlan, y: number): number {
  const narrow = sheet.width < 700;
  const { head } = plan.style;
  if (narrow || head === 'list') return drawList(sheet, plan, y);
  if (head === 'run-on') return drawRunOn(sheet, plan, y);
  return drawGrid(sheet, plan, y, head === 'three-columns' ? 3 : 2, head === 'boxed');
}

const fonts = (plan: SheetPlan): { label: Font; value: Font } => {
  const { family, size, head } = plan.style;
  const boldLabels = head === 'boxed' || head === 'list';
  return {
    label: { face: family, size, bold: boldLabels },
    value: { face: family, size, bold: head === 'two-columns' },
  };
};

const strokeOf = (field: HeadField, font: Font): { text: string; font: Font; leaf?: readonly string[] } => ({
  text: field.value,
  font,
  ...(field.key ? { leaf: [field.key] } : {}),
});

/** Cells in rows; a field too wide for one cell takes the rest of the row's width it needs. */
function drawGrid(sheet: Sheet, plan: SheetPlan, top: number, columns: number, boxed: boolean): number {
  const { label, value } = fonts(plan);
  const { colon, size } = plan.style;
  const cellWidth = (sheet.width - 2 * margin) / columns;
  const step = size * (boxed ? 1.75 : lineHeight);
  const inset = boxed ? 8 : 0;
  let [column, row] = [0, 0];
  for (const field of plan.head) {
    const caption = `${field.label}${colon}`;
    const captionWidth = sheet.measure(caption, label) + 10;
    const needed = captionWidth + sheet.measure(field.value, value) + inset + 12;
    const span = Math.min(columns, Math.ceil(needed / cellWidth));
    if (column + span > columns) {
      column = 0;
      row += 1;
    }
    const x = margin + column * cellWidth;
    const y = top + row * step;
    if (boxed) {
      sheet.context.strokeStyle = faint;
      sheet.context.lineWidth = 1;
      sheet.context.strokeRect(x + 0.5, y + 0.5, span * cellWidth, step);
    }
    const baseline = y + size * (boxed ? 1.2 : 1.05);
    sheet.write({ text: caption, font: label, ink: colon === '' && !boxed ? '#5a666b' : ink }, x + inset, baseline);
    sheet.write(strokeOf(field, value), x + inset + captionWidth, baseline);
    column += span;
  }
  return top + (row + 1) * step + 8;
}

function drawList(sheet: Sheet, plan: SheetPlan, top: number): number {
  const { label, value } = fonts(plan);
  const { colon, size } = plan.style;
  const indent = Math.max(...plan.head.map((field) => sheet.measure(`${field.label}${colon}`, label))) + 18;
  const step = size * 1.4;
  plan.head.forEach((field, i) => {
    const baseline = top + size + i * step;
    sheet.write({ text: `${field.label}${colon}`, font: label }, margin, baseline);
    sheet.write(strokeOf(field, value), margin + indent, baseline);
  });
  return top + plan.head.length * step + 8;
}

/** Fields one after another, a wide gap between them, broken between fields only. */
function drawRunOn(sheet: Sheet, plan: SheetPlan, top: number): number {
  const { label, value } = fonts(plan);
  const { colon, size } = plan.style;
  let [x, baseline] = [margin, top + size];
  for (const field of plan.head) {
    const caption = `${field.label}${colon}`;
    const captionWidth = sheet.measure(caption, label) + 7;
    const width = captionWidth + sheet.measure(field.value, value);
    if (x > margin && x + width > sheet.width - margin) {
      x = margin;
      baseline += size * lineHeight;
    }
    sheet.write({ text: caption, font: label, ink: '#4a4a52' }, x, baseline);
    sheet.write(strokeOf(field, value), x + captionWidth, baseline);
    x += width + 34;
  }
  return baseline + 14;
}
