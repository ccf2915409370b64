import { teal } from '../ui/theme';

/** The colour that global.css calls --hf-focus in the light. */
const focus = teal[9];

/** With an opacity from 0 to 1. */
const faint = (hex: string, opacity: number): string => `${hex}${Math.round(opacity * 255).toString(16).padStart(2, '0')}`;

const person = '#2f5d8a';
const suggested = '#8a5a2f';

/**
 * Colours on the page image. Paper stays white in the dark scheme, so these do
 * not follow it. Form carries the meaning as well: solid, dashed, dotted.
 */
export const paperColors = {
  paper: '#ffffff',
  focus,
  focusFill: faint(focus, 0.14),
  person,
  personFill: faint(person, 0.07),
  suggested,
  suggestedFill: faint(suggested, 0.05),
  barGround: faint('#ffffff', 0.85),
  word: faint('#3c4650', 0.45),
  hover: faint(focus, 0.12),
  selection: faint(focus, 0.26),
} as const;
