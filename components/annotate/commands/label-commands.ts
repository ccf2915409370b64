import { boxCommands } from './box-commands';
import { inScope, type Command, type PlacedCommand } from '@/components/commands/command';
import type { LabelActions } from './label-actions';
import { wordCommands } from './word-commands';

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
  submitAndNext: { name: 'submit-and-next', title: 'Submit and go to the next', group: 'Document', keys: ['Mod+Enter'], worksWhileTyping: true, isOnce: true, whyNot: locked, run: (on) => on.submitAndNext() },
  goNext: { name: 'next-document', title: 'Next document', group: 'Document', keys: ['Mod+ArrowRight'], worksWhileTyping: false, isOnce: true, whyNot: (on) => (on.hasNext ? null : 'This is the last document of the queue.'), run: (on) => on.goNextDocument() },
  goPrevious: { name: 'previous-document', title: 'Previous document', group: 'Document', keys: ['Mod+ArrowLeft'], worksWhileTyping: false, isOnce: true, whyNot: (on) => (on.hasPrevious ? null : 'This is the first document of the queue.'), run: (on) => on.goPreviousDocument() },
  skip: { name: 'skip', title: 'Skip with a reason', group: 'Document', keys: ['Mod+Space', 'Alt+Shift+S'], worksWhileTyping: true, isOnce: true, whyNot: locked, run: (on) => on.skip() },
  saveNow: { name: 'save-now', title: 'Save now (it saves by itself)', group: 'Document', keys: ['Mod+S'], worksWhileTyping: true, run: (on) => on.saveNow() },
  undo: { name: 'undo', title: 'Undo', group: 'Document', keys: ['Mod+Z'], worksWhileTyping: true, whyNot: (on) => on.locked ?? (on.canUndo ? null : 'Nothing was done yet.'), run: (on) => on.undo() },
  redo: { name: 'redo', title: 'Redo', group: 'Document', keys: ['Mod+Shift+Z', 'Mod+Y'], worksWhileTyping: true, whyNot: (on) => on.locked ?? (on.canRedo ? null : 'Nothing was undone.'), run: (on) => on.redo() },
  history: { name: 'history', title: 'Earlier saves', group: 'Document', keys: ['Alt+H'], worksWhileTyping: true, isOnce: true, run: (on) => on.showHistory() },
  acceptAndNext: { name: 'accept-and-next', title: 'Accept what is suggested, go on', group: 'Fields', keys: ['Enter'], worksWhileTyping: true, isPassedOn: (_, event) => isElsewhere(event), whyNot: locked, run: (on) => on.acceptAndNext() },
  editField: { name: 'edit-field', title: 'Type in the field', group: 'Fields', keys: ['F2'], worksWhileTyping: false, whyNot: locked, run: (on) => on.editField() },
  acceptAll: { name: 'accept-all', title: 'Accept all sure suggestions', group: 'Fields', keys: ['Mod+Shift+Enter'], worksWhileTyping: true, isOnce: true, whyNot: locked, run: (on) => on.acceptAll() },
  nextField: { name: 'next-field', title: 'Next field (Tab while typing)', group: 'Fields', keys: ['ArrowDown', 'Tab'], worksWhileTyping: false, isPassedOn: (_, event) => event.key === 'Tab' && event.target !== document.body, run: (on) => on.nextField() },
  previousField: { name: 'previous-field', title: 'Previous field', group: 'Fields', keys: ['ArrowUp', 'Shift+Tab'], worksWhileTyping: false, isPassedOn: (_, event) => event.key === 'Tab' && event.target !== document.body, run: (on) => on.previousField() },
  clearField: { name: 'clear-field', title: 'Clear the field and its boxes', group: 'Fields', keys: ['Delete', 'Backspace'], worksWhileTyping: false, whyNot: locked, run: (on) => on.clearField() },
  absent: { name: 'absent', title: 'Absent: the document does not have it', group: 'Fields', keys: ['Alt+A'], worksWhileTyping: true, whyNot: locked, run: (on) => on.absent() },
  findField: { name: 'find-field', title: 'Find a field by some of its letters', group: 'Fields', keys: ['/'], worksWhileTyping: false, run: (on) => on.findField() },
  leave: { name: 'leave', title: 'Drop what was begun, leave the field', group: 'Fields', keys: ['Escape'], worksWhileTyping: true, run: (on) => on.leave() },
  addRow: { name: 'add-row', title: 'Add a row below', group: 'Rows', keys: ['Alt+Enter'], worksWhileTyping: true, whyNot: locked, run: (on) => on.addRow() },
  proposeRows: { name: 'propose-rows', title: 'Read rows off the page: drag over a table', group: 'Rows', keys: ['Alt+T'], worksWhileTyping: true, whyNot: locked, run: (on) => on.proposeRows() },
  removeRow: { name: 'remove-row', title: 'Remove the row', group: 'Rows', keys: ['Alt+Delete', 'Alt+Backspace'], worksWhileTyping: true, whyNot: locked, run: (on) => on.removeRow() },
  moveRowUp: { name: 'move-row-up', title: 'Move the row up', group: 'Rows', keys: ['Alt+ArrowUp'], worksWhileTyping: true, whyNot: locked, run: (on) => on.moveRow(-1) },
  moveRowDown: { name: 'move-row-down', title: 'Move the row down', group: 'Rows', keys: ['Alt+ArrowDown'], worksWhileTyping: true, whyNot: locked, run: (on) => on.moveRow(1) },
  nextWord: { name: 'next-word', title: 'Choose the next word of the page', group: 'Words', keys: [']'], worksWhileTyping: false, whyNot: locked, run: (on) => on.words.step(1) },
  previousWord: { name: 'previous-word', title: 'Choose the word before', group: 'Words', keys: ['['], worksWhileTyping: false, whyNot: locked, run: (on) => on.words.step(-1) },
  selectTool: { name: 'select-tool', title: 'Take words', group: 'Page', keys: ['V'], worksWhileTyping: false, whyNot: locked, run: (on) => on.chooseTool('select') },
  boxTool: { name: 'box-tool', title: 'Draw a box', group: 'Page', keys: ['R'], worksWhileTyping: false, whyNot: locked, run: (on) => on.chooseTool('box') },
  panTool: { name: 'pan-tool', title: 'Move the page', group: 'Page', keys: ['H'], worksWhileTyping: false, whyNot: locked, run: (on) => on.chooseTool('pan') },
  zoomIn: { name: 'zoom-in', title: 'Larger', group: 'Page', keys: ['+', '='], worksWhileTyping: false, run: (on) => on.zoom(1.25) },
  zoomOut: { name: 'zoom-out', title: 'Smaller', group: 'Page', keys: ['-'], worksWhileTyping: false, run: (on) => on.zoom(0.8) },
  fit: { name: 'fit', title: 'Whole page', group: 'Page', keys: ['0'], worksWhileTyping: false, run: (on) => on.fit() },
  nextPage: { name: 'next-page', title: 'Next page', group: 'Page', keys: ['PageDown', '>'], worksWhileTyping: true, run: (on) => on.turnPage(1) },
  previousPage: { name: 'previous-page', title: 'Previous page', group: 'Page', keys: ['PageUp', '<'], worksWhileTyping: true, run: (on) => on.turnPage(-1) },
  turnView: { name: 'turn-view', title: 'Turn the page by 90° (for the eye alone)', group: 'Page', keys: ['Mod+Alt+R'], worksWhileTyping: true, run: (on) => on.turnView() },
  placeFields: { name: 'place-fields', title: 'Fields beside or below the page', group: 'Page', keys: ['Alt+B'], worksWhileTyping: true, run: (on) => on.placeFields() },
} as const satisfies Record<string, LabelCommand>);

export const allLabelCommands: readonly PlacedCommand<LabelActions>[] = Object.values(labelCommands);
