import type { Random } from '@/lib/core/random';
import type { SheetPlan } from '../layouts/plan-sheet';
import type { Font } from './fonts';
import { margin } from './letterhead';
import { drawSignature } from './pen';
import type { Sheet } from './sheet';

const grey = '#6a6a72';

/**
 * Who signed, and the small print at the bottom edge. `y` is where the body
 * ends. Gives the baseline of the signature and the height of the page.
 */
export function drawFoot(
  sheet: Sheet,
  plan: SheetPlan,
  random: Random,
  y: number,
  minHeight: number,
): { signed: number; height: number } {
  const { family, size, dialect } = plan.style;
  const { marginalia } = plan;
  const font: Font = { face: family, size };
  const small: Font = { face: family, size: size - 4 };
  const narrow = sheet.width < 700;
  const height = Math.round(Math.max(minHeight, y + 190));
  // Some houses sign right below the text, some at the bottom of the sheet.
  const signed = dialect % 2 === 0 ? y + 76 : height - 84;
  const role = ['Reported by', 'Signed', 'Consultant', 'Examiner', 'Authorised by'][dialect] ?? 'Signed';
  const text = `${role}: ${plan.doctor}`;
  const x = narrow ? margin : sheet.width - margin - Math.max(300, sheet.measure(text, font));
  sheet.write({ text, font }, x, signed);
  if (marginalia.signature) drawSignature(sheet, random, x + 120, signed - 24);

  const bottom = height - 26;
  sheet.context.fillStyle = '#b9b9c0';
  sheet.context.fillRect(margin, bottom - size - 6, sheet.width - 2 * margin, 1);
  sheet.write({ text: marginalia.disclaimer, font: small, ink: grey }, margin, bottom);
  const right = [marginalia.accession, marginalia.printed].filter((part) => part !== null).join('   ');
  const room = sheet.width - 2 * margin - sheet.measure(marginalia.disclaimer, small) - 30;
  if (right !== '' && sheet.measure(right, small) <= room) {
    sheet.write({ text: right, font: small, ink: grey }, sheet.width - margin - sheet.measure(right, small), bottom);
  }
  return { signed, height };
}
