import type { CommandInfo } from '@/lib/core/commands/command-info';

const cell = { scope: 'label.table', group: 'Table', isFixed: true } as const;
const hand = { scope: 'label', group: 'Page', isFixed: true } as const;

/** Keys of the label page that are the same in every spreadsheet, or are held; `gridActOf` and the canvas answer to them. */
export const labelFixedKeys: readonly CommandInfo[] = [
  { ...cell, name: 'walk', title: 'To the cell beside', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
  { ...cell, name: 'choose-cells', title: 'Choose several cells', keys: ['Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+Home', 'Shift+End'] },
  { ...cell, name: 'choose-all', title: 'Choose the whole table', keys: ['Mod+A'] },
  { ...cell, name: 'next-cell', title: 'Next and previous cell, over the ends of rows', keys: ['Tab', 'Shift+Tab'] },
  { ...cell, name: 'ends-of-row', title: 'First and last cell of the row', keys: ['Home', 'End'] },
  { ...cell, name: 'ends-of-table', title: 'First and last cell of the table', keys: ['Mod+Home', 'Mod+End'] },
  { ...cell, name: 'edit-cell', title: 'Type in the cell (or begin to type)', keys: ['F2', 'Enter'] },
  { ...cell, name: 'clear-cells', title: 'Clear the chosen cells', keys: ['Delete', 'Backspace'] },
  { ...cell, name: 'fill-down', title: 'Fill the chosen cells from the first row', keys: ['Mod+D'] },
  { ...cell, name: 'clipboard', title: 'Copy, cut and paste, also from a spreadsheet', keys: ['Mod+C', 'Mod+X', 'Mod+V'] },
  { ...hand, name: 'hold-pan', title: 'Held: drag the page with any tool', keys: ['Space'] },
  { ...hand, name: 'hold-glass', title: 'Held: magnifying glass', keys: ['M', 'Z'] },
];
