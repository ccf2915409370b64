import type { ScalarKey } from '../content/report';
import { labelOf } from '../layouts/labels';
import type { SheetPlan } from '../layouts/plan-sheet';
import type { Font } from './fonts';
import { margin } from './letterhead';
import type { Sheet, Stroke } from './sheet';

export const penInk = '#24348f';

/** A headed paragraph. `y` is the top; gives the y below. */
export function drawSection(sheet: Sheet, plan: SheetPlan, key: ScalarKey, y: number): number {
  const text = plan.sections[key];
  if (text === undefined) return y;
  const { family, size, accent, headings, dialect } = plan.style;
  const label = labelOf(key, plan.spec.kind, dialect);
  const font: Font = { face: family, size };
  const bold: Font = { ...font, bold: true };
  const byHand = key === 'Others' && plan.marginalia.handwrittenRemark;
  const stroke: Stroke = byHand
    ? { text, font: { face: 'hand', size: size + 11 }, ink: penInk, leaf: [key] }
    : { text, font, leaf: [key] };
  const boxed = headings === 'boxed';
  const x = margin + (boxed ? 12 : 0);
  const width = sheet.width - 2 * x;
  const lineHeight = size * 1.45;

  if (headings === 'inline' || key === 'Others') {
    const caption = `${label}:`;
    const captionWidth = sheet.write({ text: caption, font: bold }, x, y + size);
    const indent = x + captionWidth + 12;
    const { baseline } = sheet.flow([stroke], { x: indent, baseline: y + size, width: x + width - indent, lineHeight });
    return baseline + size * 0.9;
  }
  const title = headings === 'underlined' ? label.toUpperCase() : label;
  const titleWidth = sheet.write({ text: title, font: bold, ink: headings === 'above' ? accent : '#1b1b1f' }, x, y + size * 1.2);
  if (headings === 'underlined') {
    sheet.context.fillStyle = '#1b1b1f';
    sheet.context.fillRect(x, y + size * 1.5, titleWidth, 1);
  }
  const { baseline } = sheet.flow([stroke], { x, baseline: y + size * 2.85, width, lineHeight });
  if (boxed) {
    sheet.context.strokeStyle = accent;
    sheet.context.lineWidth = 1;
    sheet.context.strokeRect(margin + 0.5, y + 0.5, sheet.width - 2 * margin, baseline - y + size * 0.7);
  }
  return baseline + size * 1.3;
}
