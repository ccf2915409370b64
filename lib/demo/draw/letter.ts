import type { SheetPlan } from '../layouts/plan-sheet';
import type { ScalarKey } from '../content/report';
import { margin } from './letterhead';
import type { Sheet, Stroke } from './sheet';

/** The head as a sentence of a letter. `y` is the top; gives the y below. */
export function drawLetter(sheet: Sheet, plan: SheetPlan, y: number): number {
  const { family, size } = plan.style;
  const font = { face: family, size } as const;
  const valueOf = (key: ScalarKey): string | undefined => plan.head.find((field) => field.key === key)?.value;
  const said = (before: string, key: ScalarKey, tail = ''): Stroke[] => {
    const text = valueOf(key);
    return text === undefined ? [] : [{ text: before, font }, { text, font, leaf: [key], tail }];
  };
  sheet.write({ text: 'Dear colleague,', font }, margin, y + size);
  const { baseline } = sheet.flow(
    [
      ...said('thank you for sending us', 'Name', ','),
      ...said('age', 'Age', ','),
      ...said('sex', 'Gender', ','),
      ...said('who was referred by', 'Department'),
      ...said('and seen on', 'Examination Time'),
      ...said('for', 'Examination Name'),
      ...said('of the', 'Examination Site'),
      { text: 'with the following report.', font },
    ],
    { x: margin, baseline: y + size * 2.8, width: sheet.width - 2 * margin, lineHeight: size * 1.5 },
  );
  return baseline + size;
}
