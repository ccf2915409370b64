import type { SheetPlan } from '../layouts/plan-sheet';
import { drawLogo } from './logo';
import type { Sheet } from './sheet';

export const margin = 48;
const grey = '#55555c';

/** The head of the house. Gives the y below it. */
export function drawLetterhead(sheet: Sheet, plan: SheetPlan): number {
  const { style } = plan;
  const { hospital } = plan.visit;
  const narrow = sheet.width < 700;
  const name = { face: style.family, size: narrow ? style.size + 5 : style.size + 11, bold: true } as const;
  const small = { face: style.family, size: style.size - 3 } as const;
  const { context, width } = sheet;
  const centre = (text: string, font: typeof name | typeof small, y: number, colour: string): void => {
    sheet.write({ text, font, ink: colour }, (width - sheet.measure(text, font)) / 2, y);
  };
  const rule = (y: number, weight: number): void => {
    context.fillStyle = style.accent;
    context.fillRect(margin, y, width - 2 * margin, weight);
  };

  const kind = narrow ? 'centred' : style.letterhead;
  if (kind === 'centred') {
    centre(hospital.name, name, 72, style.accent);
    centre(hospital.street, small, 100, grey);
    if (!narrow) centre(hospital.phone, small, 122, grey);
    const y = narrow ? 114 : 136;
    rule(y, 3);
    rule(y + 5, 1);
    return y + 10;
  }
  if (kind === 'logo') {
    drawLogo(context, hospital.id, style.accent, margin + 34, 74, 32);
    sheet.write({ text: hospital.name, font: name, ink: style.accent }, margin + 84, 74);
    sheet.write({ text: `${hospital.street}   ${hospital.phone}`, font: small, ink: grey }, margin + 84, 102);
    rule(124, 2);
    return 130;
  }
  if (kind === 'banner') {
    context.fillStyle = style.accent;
    context.fillRect(0, 0, width, 84);
    drawLogo(context, hospital.id, '#ffffff', margin + 26, 42, 24);
    sheet.write({ text: hospital.name, font: name, ink: '#ffffff' }, margin + 68, 53);
    sheet.write({ text: `${hospital.street}   ${hospital.phone}`, font: small, ink: grey }, margin, 110);
    return 118;
  }
  if (kind === 'split') {
    sheet.write({ text: hospital.name, font: name, ink: style.accent }, margin, 78);
    const lines = hospital.street.split(', ').concat(hospital.phone);
    lines.forEach((text, i) => {
      sheet.write({ text, font: small, ink: grey }, width - margin - sheet.measure(text, small), 58 + i * 22);
    });
    const y = 66 + lines.length * 22;
    rule(y, 1);
    return y + 6;
  }
  sheet.write({ text: hospital.name.toUpperCase(), font: { ...name, size: style.size + 4 } }, margin, 70);
  sheet.write({ text: `${hospital.street}, ${hospital.phone}`, font: small, ink: grey }, margin, 96);
  return 104;
}
