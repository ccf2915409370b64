import type { Command } from './command';
import type { LabelActions } from './label-actions';

type LabelCommand = Command<LabelActions>;
/** Enter is ours in a field and on the bare page; anywhere else it belongs to what is in focus. */
const isElsewhere = ({ target }: KeyboardEvent): boolean =>
  target !== document.body && !(target instanceof Element && target.closest('[data-field]'));

/** The one registry: keys, buttons and help all read it. */
export const labelCommands = {
  submitAndNext: { name: 'submit-and-next', title: 'Submit and go to the next', group: 'Document', keys: ['Mod+Enter'], worksWhileTyping: true, run: (on) => on.submitAndNext() },
  goNext: { name: 'next-document', title: 'Next document', group: 'Document', keys: ['Mod+ArrowRight'], worksWhileTyping: false, run: (on) => on.goNextDocument() },
  goPrevious: { name: 'previous-document', title: 'Previous document', group: 'Document', keys: ['Mod+ArrowLeft'], worksWhileTyping: false, run: (on) => on.goPreviousDocument() },
  skip: { name: 'skip', title: 'Skip with a reason', group: 'Document', keys: ['Mod+Space'], worksWhileTyping: true, run: (on) => on.skip() },
  saveNow: { name: 'save-now', title: 'Save now (it saves by itself)', group: 'Document', keys: ['Mod+S'], worksWhileTyping: true, run: (on) => on.saveNow() },
  undo: { name: 'undo', title: 'Undo', group: 'Document', keys: ['Mod+Z'], worksWhileTyping: true, run: (on) => on.undo() },
  redo: { name: 'redo', title: 'Redo', group: 'Document', keys: ['Mod+Shift+Z', 'Mod+Y'], worksWhileTyping: true, run: (on) => on.redo() },
  history: { name: 'history', title: 'Earlier saves', group: 'Document', keys: ['Alt+H'], worksWhileTyping: true, run: (on) => on.showHistory() },
  acceptAndNext: { name: 'accept-and-next', title: 'Accept what is suggested, go on', group: 'Fields', keys: ['Enter'], worksWhileTyping: true, isPassedOn: (_, event) => isElsewhere(event), run: (on) => on.acceptAndNext() },
  editField: { name: 'edit-field', title: 'Type in the field', group: 'Fields', keys: ['F2'], worksWhileTyping: false, run: (on) => on.editField() },
  acceptAll: { name: 'accept-all', title: 'Accept all sure suggestions', group: 'Fields', keys: ['Mod+Shift+Enter'], worksWhileTyping: true, run: (on) => on.acceptAll() },
  nextField: { name: 'next-field', title: 'Next field (Tab while typing)', group: 'Fields', keys: ['ArrowDown', 'Tab'], worksWhileTyping: false, isPassedOn: (_, event) => event.key === 'Tab' && event.target !== document.body, run: (on) => on.nextField() },
  previousField: { name: 'previous-field', title: 'Previous field', group: 'Fields', keys: ['ArrowUp', 'Shift+Tab'], worksWhileTyping: false, isPassedOn: (_, event) => event.key === 'Tab' && event.target !== document.body, run: (on) => on.previousField() },
  clearField: { name: 'clear-field', title: 'Clear the field and its boxes', group: 'Fields', keys: ['Delete', 'Backspace'], worksWhileTyping: false, run: (on) => on.clearField() },
  leave: { name: 'leave', title: 'Drop what was begun, leave the field', group: 'Fields', keys: ['Escape'], worksWhileTyping: true, run: (on) => on.leave() },
  addRow: { name: 'add-row', title: 'Add a row below', group: 'Rows', keys: ['Alt+Enter'], worksWhileTyping: true, run: (on) => on.addRow() },
  removeRow: { name: 'remove-row', title: 'Remove the row', group: 'Rows', keys: ['Alt+Delete', 'Alt+Backspace'], worksWhileTyping: true, run: (on) => on.removeRow() },
  moveRowUp: { name: 'move-row-up', title: 'Move the row up', group: 'Rows', keys: ['Alt+ArrowUp'], worksWhileTyping: true, run: (on) => on.moveRow(-1) },
  moveRowDown: { name: 'move-row-down', title: 'Move the row down', group: 'Rows', keys: ['Alt+ArrowDown'], worksWhileTyping: true, run: (on) => on.moveRow(1) },
  selectTool: { name: 'select-tool', title: 'Take words', group: 'Page', keys: ['V'], worksWhileTyping: false, run: (on) => on.chooseTool('select') },
  boxTool: { name: 'box-tool', title: 'Draw a box', group: 'Page', keys: ['R'], worksWhileTyping: false, run: (on) => on.chooseTool('box') },
  panTool: { name: 'pan-tool', title: 'Move the page', group: 'Page', keys: ['H'], worksWhileTyping: false, run: (on) => on.chooseTool('pan') },
  zoomIn: { name: 'zoom-in', title: 'Larger', group: 'Page', keys: ['+', '='], worksWhileTyping: false, run: (on) => on.zoom(1.25) },
  zoomOut: { name: 'zoom-out', title: 'Smaller', group: 'Page', keys: ['-'], worksWhileTyping: false, run: (on) => on.zoom(0.8) },
  fit: { name: 'fit', title: 'Whole page', group: 'Page', keys: ['0'], worksWhileTyping: false, run: (on) => on.fit() },
  nextPage: { name: 'next-page', title: 'Next page', group: 'Page', keys: ['PageDown', '>'], worksWhileTyping: true, isPassedOn: (_, event) => event.key === '>' && event.target !== document.body, run: (on) => on.turnPage(1) },
  previousPage: { name: 'previous-page', title: 'Previous page', group: 'Page', keys: ['PageUp', '<'], worksWhileTyping: true, isPassedOn: (_, event) => event.key === '<' && event.target !== document.body, run: (on) => on.turnPage(-1) },
  placeFields: { name: 'place-fields', title: 'Fields beside or below the page', group: 'Page', keys: ['Alt+B'], worksWhileTyping: true, run: (on) => on.placeFields() },
  showKeys: { name: 'show-keys', title: 'Show the keys', group: 'Help', keys: ['?', 'F1'], worksWhileTyping: false, run: (on) => on.showKeys() },
} as const satisfies Record<string, LabelCommand>;

export const allLabelCommands: readonly LabelCommand[] = Object.values(labelCommands);
