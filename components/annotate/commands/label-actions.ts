/** All that a person can do on the label screen; commands name these, nothing else does. */
export interface LabelActions {
  readonly submitAndNext: () => void;
  readonly goNextDocument: () => void;
  readonly goPreviousDocument: () => void;
  readonly skip: () => void;
  readonly saveNow: () => void;
  readonly showHistory: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly acceptAndNext: () => void;
  readonly acceptAll: () => void;
  readonly nextField: () => void;
  readonly previousField: () => void;
  readonly editField: () => void;
  readonly leave: () => void;
  readonly clearField: () => void;
  readonly addRow: () => void;
  readonly removeRow: () => void;
  readonly moveRow: (step: -1 | 1) => void;
  readonly chooseTool: (tool: 'select' | 'box' | 'pan') => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly turnPage: (step: -1 | 1) => void;
  readonly placeFields: () => void;
  readonly showKeys: () => void;
}
