/**
 * Colours on the page image. Paper stays white in the dark scheme, so these do
 * not follow it. Form carries the meaning as well: solid, dashed, dotted.
 */
export const paperColors = {
  paper: '#fff',
  focus: '#007e79',
  focusFill: 'rgba(0, 126, 121, 0.14)',
  person: '#2f5d8a',
  personFill: 'rgba(47, 93, 138, 0.07)',
  suggested: '#8a5a2f',
  suggestedFill: 'rgba(138, 90, 47, 0.05)',
  barGround: 'rgba(255, 255, 255, 0.85)',
  word: 'rgba(60, 70, 80, 0.45)',
  hover: 'rgba(0, 126, 121, 0.12)',
  selection: 'rgba(0, 126, 121, 0.26)',
} as const;
