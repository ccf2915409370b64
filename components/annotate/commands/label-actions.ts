/** What is done to the boxes of the field in focus. */
export interface BoxActions {
  /** How many boxes are chosen. */
  readonly chosenCount: number;
  /** How many the field in focus has on this page. */
  readonly count: number;
  readonly chooseNext: () => void;
  /** Moves what is chosen, or its right and lower edges, by CSS pixels. */
  readonly nudge: (dx: number, dy: number, what: 'box' | 'edges') => void;
  readonly remove: () => void;
  readonly split: () => void;
  readonly merge: () => void;
  readonly read: () => void;
}

/** What is done with words that are chosen before their field. */
export interface WordActions {
  /** How many words are chosen. */
  readonly count: number;
  /** Whether a field has this key. */
  readonly hasField: (key: string) => boolean;
  readonly hasFocus: boolean;
  readonly step: (by: -1 | 1) => void;
  readonly grow: (by: -1 | 1) => void;
  /** Into the field in focus, and on to the next. */
  readonly take: () => void;
  /** Into the field with the key; the focus stays. */
  readonly putInto: (key: string) => void;
}

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
  /** Says that the document lacks the field in focus, or takes that back. */
  readonly absent: () => void;
  readonly clearField: () => void;
  readonly proposeRows: () => void;
  readonly addRow: () => void;
  readonly removeRow: () => void;
  readonly moveRow: (step: -1 | 1) => void;
  readonly chooseTool: (tool: 'select' | 'box' | 'pan') => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly turnPage: (step: -1 | 1) => void;
  readonly turnView: () => void;
  readonly boxes: BoxActions;
  readonly placeFields: () => void;
  readonly findField: () => void;
  readonly words: WordActions;
  /** Why nothing can be changed; null where it can. */
  readonly locked: string | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}
