import type { CommandInfo } from '@/lib/core/commands/command-info';
import { translator } from '@/messages/translator';

const t = translator('annotate.fixedKeys');
const groups = translator('commands.groups');

const cell = { scope: 'label.table', group: groups('table'), isFixed: true } as const;
const hand = { scope: 'label', group: groups('page'), isFixed: true } as const;

/** Keys of the label page that are the same in every spreadsheet, or are held; `gridActOf` and the canvas answer to them. */
export const labelFixedKeys: readonly CommandInfo[] = [
  { ...cell, name: 'walk', title: t('titles.walk'), keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
  { ...cell, name: 'choose-cells', title: t('titles.chooseCells'), keys: ['Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+Home', 'Shift+End'] },
  { ...cell, name: 'choose-all', title: t('titles.chooseAll'), keys: ['Mod+A'] },
  { ...cell, name: 'next-cell', title: t('titles.nextCell'), keys: ['Tab', 'Shift+Tab'] },
  { ...cell, name: 'ends-of-row', title: t('titles.endsOfRow'), keys: ['Home', 'End'] },
  { ...cell, name: 'ends-of-table', title: t('titles.endsOfTable'), keys: ['Mod+Home', 'Mod+End'] },
  { ...cell, name: 'edit-cell', title: t('titles.editCell'), keys: ['F2', 'Enter'] },
  { ...cell, name: 'clear-cells', title: t('titles.clearCells'), keys: ['Delete', 'Backspace'] },
  { ...cell, name: 'fill-down', title: t('titles.fillDown'), keys: ['Mod+D'] },
  { ...cell, name: 'clipboard', title: t('titles.clipboard'), keys: ['Mod+C', 'Mod+X', 'Mod+V'] },
  { ...hand, name: 'hold-pan', title: t('titles.holdPan'), keys: ['Space'] },
  { ...hand, name: 'hold-glass', title: t('titles.holdGlass'), keys: ['M', 'Z'] },
];
