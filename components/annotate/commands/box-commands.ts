import { inScope, type Command } from '@/components/commands/command';
import { translator } from '@/messages/translator';
import type { LabelActions } from './label-actions';

const t = translator('annotate.boxCommands');
const groups = translator('commands.groups');

type LabelCommand = Command<LabelActions>;

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};
const arrows = Object.keys(ways);
/** CSS pixels for one press, and with Shift. */
const stepPx = { one: 1, shift: 10 } as const;

function nudgeBy(on: LabelActions, key: string | undefined, what: 'box' | 'edges'): void {
  const parts = (key ?? '').split('+');
  const [dx, dy] = ways[parts.at(-1) ?? ''] ?? [0, 0];
  const px = parts.includes('Shift') ? stepPx.shift : stepPx.one;
  on.boxes.nudge(dx * px, dy * px, what);
}

const hasChosen = ({ boxes }: LabelActions): boolean => boxes.chosenCount > 0;
const hasBoxes = ({ boxes }: LabelActions): boolean => boxes.count > 0;

/** What keys do to the boxes of the field in focus. */
export const boxCommands = inScope('label.boxes', {
  chooseBox: { name: 'choose-box', title: t('titles.chooseBox'), group: groups('boxes'), keys: ['B'], worksWhileTyping: false, isAvailable: hasBoxes, run: (on) => on.boxes.chooseNext() },
  nudgeBox: { name: 'nudge-box', title: t('titles.nudgeBox'), group: groups('boxes'), keys: [...arrows, ...arrows.map((key) => `Shift+${key}`)], isFixed: true, worksWhileTyping: false, isAvailable: hasChosen, run: (on: LabelActions, key?: string) => nudgeBy(on, key, 'box') },
  stretchBox: { name: 'stretch-box', title: t('titles.stretchBox'), group: groups('boxes'), keys: [...arrows.map((key) => `Alt+${key}`), ...arrows.map((key) => `Alt+Shift+${key}`)], isFixed: true, worksWhileTyping: false, isAvailable: hasChosen, run: (on: LabelActions, key?: string) => nudgeBy(on, key, 'edges') },
  removeBox: { name: 'remove-box', title: t('titles.removeBox'), group: groups('boxes'), keys: ['Delete', 'Backspace'], worksWhileTyping: false, isAvailable: hasChosen, run: (on) => on.boxes.remove() },
  splitBox: { name: 'split-box', title: t('titles.splitBox'), group: groups('boxes'), keys: ['S'], worksWhileTyping: false, isAvailable: hasBoxes, run: (on) => on.boxes.split() },
  mergeBoxes: { name: 'merge-boxes', title: t('titles.mergeBoxes'), group: groups('boxes'), keys: ['G'], worksWhileTyping: false, isAvailable: hasBoxes, run: (on) => on.boxes.merge() },
  readBox: { name: 'read-box', title: t('titles.readBox'), group: groups('boxes'), keys: ['T'], worksWhileTyping: false, isAvailable: hasBoxes, run: (on) => on.boxes.read() },
} as const satisfies Record<string, LabelCommand>);
