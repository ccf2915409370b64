import { boxCommands } from './box-commands';
import { inScope, type Command, type PlacedCommand } from '@/components/commands/command';
import type { LabelActions } from './label-actions';
import { wordCommands } from './word-commands';
import { translator } from '@/messages/translator';

const t = translator('annotate.labelCommands');
const groups = translator('commands.groups');

type LabelCommand = Command<LabelActions>;
/** Enter is ours in a field and on the bare page; anywhere else it belongs to what is in focus. */
const isElsewhere = ({ target }: KeyboardEvent): boolean =>
  target !== document.body && !(target instanceof Element && target.closest('[data-field]'));

/** Where the annotation is closed, only looking is left. */
const locked = (on: LabelActions): string | null => on.locked;

/** The one registry: keys, buttons, palette and help all read it. What is inside of it comes first where both have a key. */
export const labelCommands = inScope('label', {
  ...boxCommands,
  ...wordCommands,
  submitAndNext: { name: 'submit-and-next', title: t('titles.submitAndNext'), group: groups('document'), keys: ['Mod+Enter'], worksWhileTyping: true, isOnce: true, whyNot: locked, run: (on) => on.submitAndNext() },
  goNext: { name: 'next-document', title: t('titles.goNext'), group: groups('document'), keys: ['Mod+ArrowRight'], worksWhileTyping: false, isOnce: true, whyNot: (on) => (on.hasNext ? null : t('whyNot.lastDocument')), run: (on) => on.goNextDocument() },
  goPrevious: { name: 'previous-document', title: t('titles.goPrevious'), group: groups('document'), keys: ['Mod+ArrowLeft'], worksWhileTyping: false, isOnce: true, whyNot: (on) => (on.hasPrevious ? null : t('whyNot.firstDocument')), run: (on) => on.goPreviousDocument() },
  skip: { name: 'skip', title: t('titles.skip'), group: groups('document'), keys: ['Mod+Space', 'Alt+Shift+S'], worksWhileTyping: true, isOnce: true, whyNot: locked, run: (on) => on.skip() },
  saveNow: { name: 'save-now', title: t('titles.saveNow'), group: groups('document'), keys: ['Mod+S'], worksWhileTyping: true, run: (on) => on.saveNow() },
  undo: { name: 'undo', title: t('titles.undo'), group: groups('document'), keys: ['Mod+Z'], worksWhileTyping: true, whyNot: (on) => on.locked ?? (on.canUndo ? null : t('whyNot.nothingDone')), run: (on) => on.undo() },
  redo: { name: 'redo', title: t('titles.redo'), group: groups('document'), keys: ['Mod+Shift+Z', 'Mod+Y'], worksWhileTyping: true, whyNot: (on) => on.locked ?? (on.canRedo ? null : t('whyNot.nothingUndone')), run: (on) => on.redo() },
  history: { name: 'history', title: t('titles.history'), group: groups('document'), keys: ['Alt+H'], worksWhileTyping: true, isOnce: true, run: (on) => on.showHistory() },
  acceptAndNext: { name: 'accept-and-next', title: t('titles.acceptAndNext'), group: groups('fields'), keys: ['Enter'], worksWhileTyping: true, isPassedOn: (_, event) => isElsewhere(event), whyNot: locked, run: (on) => on.acceptAndNext() },
  editField: { name: 'edit-field', title: t('titles.editField'), group: groups('fields'), keys: ['F2'], worksWhileTyping: false, whyNot: locked, run: (on) => on.editField() },
  acceptAll: { name: 'accept-all', title: t('titles.acceptAll'), group: groups('fields'), keys: ['Mod+Shift+Enter'], worksWhileTyping: true, isOnce: true, whyNot: locked, run: (on) => on.acceptAll() },
  nextField: { name: 'next-field', title: t('titles.nextField'), group: groups('fields'), keys: ['ArrowDown', 'Tab'], worksWhileTyping: false, isPassedOn: (_, event) => event.key === 'Tab' && event.target !== document.body, run: (on) => on.nextField() },
  previousField: { name: 'previous-field', title: t('titles.previousField'), group: groups('fields'), keys: ['ArrowUp', 'Shift+Tab'], worksWhileTyping: false, isPassedOn: (_, event) => event.key === 'Tab' && event.target !== document.body, run: (on) => on.previousField() },
  clearField: { name: 'clear-field', title: t('titles.clearField'), group: groups('fields'), keys: ['Delete', 'Backspace'], worksWhileTyping: false, whyNot: locked, run: (on) => on.clearField() },
  absent: { name: 'absent', title: t('titles.absent'), group: groups('fields'), keys: ['Alt+A'], worksWhileTyping: true, whyNot: locked, run: (on) => on.absent() },
  findField: { name: 'find-field', title: t('titles.findField'), group: groups('fields'), keys: ['/'], worksWhileTyping: false, run: (on) => on.findField() },
  leave: { name: 'leave', title: t('titles.leave'), group: groups('fields'), keys: ['Escape'], worksWhileTyping: true, run: (on) => on.leave() },
  addRow: { name: 'add-row', title: t('titles.addRow'), group: groups('rows'), keys: ['Alt+Enter'], worksWhileTyping: true, whyNot: locked, run: (on) => on.addRow() },
  proposeRows: { name: 'propose-rows', title: t('titles.proposeRows'), group: groups('rows'), keys: ['Alt+T'], worksWhileTyping: true, whyNot: locked, run: (on) => on.proposeRows() },
  removeRow: { name: 'remove-row', title: t('titles.removeRow'), group: groups('rows'), keys: ['Alt+Delete', 'Alt+Backspace'], worksWhileTyping: true, whyNot: locked, run: (on) => on.removeRow() },
  moveRowUp: { name: 'move-row-up', title: t('titles.moveRowUp'), group: groups('rows'), keys: ['Alt+ArrowUp'], worksWhileTyping: true, whyNot: locked, run: (on) => on.moveRow(-1) },
  moveRowDown: { name: 'move-row-down', title: t('titles.moveRowDown'), group: groups('rows'), keys: ['Alt+ArrowDown'], worksWhileTyping: true, whyNot: locked, run: (on) => on.moveRow(1) },
  nextWord: { name: 'next-word', title: t('titles.nextWord'), group: groups('words'), keys: [']'], worksWhileTyping: false, whyNot: locked, run: (on) => on.words.step(1) },
  previousWord: { name: 'previous-word', title: t('titles.previousWord'), group: groups('words'), keys: ['['], worksWhileTyping: false, whyNot: locked, run: (on) => on.words.step(-1) },
  selectTool: { name: 'select-tool', title: t('titles.selectTool'), group: groups('page'), keys: ['V'], worksWhileTyping: false, whyNot: locked, run: (on) => on.chooseTool('select') },
  boxTool: { name: 'box-tool', title: t('titles.boxTool'), group: groups('page'), keys: ['R'], worksWhileTyping: false, whyNot: locked, run: (on) => on.chooseTool('box') },
  panTool: { name: 'pan-tool', title: t('titles.panTool'), group: groups('page'), keys: ['H'], worksWhileTyping: false, whyNot: locked, run: (on) => on.chooseTool('pan') },
  zoomIn: { name: 'zoom-in', title: t('titles.zoomIn'), group: groups('page'), keys: ['+', '='], worksWhileTyping: false, run: (on) => on.zoom(1.25) },
  zoomOut: { name: 'zoom-out', title: t('titles.zoomOut'), group: groups('page'), keys: ['-'], worksWhileTyping: false, run: (on) => on.zoom(0.8) },
  fit: { name: 'fit', title: t('titles.fit'), group: groups('page'), keys: ['0'], worksWhileTyping: false, run: (on) => on.fit() },
  nextPage: { name: 'next-page', title: t('titles.nextPage'), group: groups('page'), keys: ['PageDown', '>'], worksWhileTyping: true, run: (on) => on.turnPage(1) },
  previousPage: { name: 'previous-page', title: t('titles.previousPage'), group: groups('page'), keys: ['PageUp', '<'], worksWhileTyping: true, run: (on) => on.turnPage(-1) },
  turnView: { name: 'turn-view', title: t('titles.turnView'), group: groups('page'), keys: ['Mod+Alt+R'], worksWhileTyping: true, run: (on) => on.turnView() },
  placeFields: { name: 'place-fields', title: t('titles.placeFields'), group: groups('page'), keys: ['Alt+B'], worksWhileTyping: true, run: (on) => on.placeFields() },
} as const satisfies Record<string, LabelCommand>);

export const allLabelCommands: readonly PlacedCommand<LabelActions>[] = Object.values(labelCommands);
