'use client';

import { memo, type KeyboardEvent } from 'react';
import { isAnswered, textOfLeaf } from '@/lib/core/annotation/leaf-text';
import classes from './grid.module.css';
import { ChoiceEditor } from '../editors/ChoiceEditor';
import { TextEditor } from '../editors/TextEditor';
import { choicesOf } from '../editors/choices';
import type { LeafFieldProps } from '../LeafField';
import { describeState } from '../LeafStatus';
import { spokenName } from '../panel-model';
import { useIsReading } from '../reading-context';

interface Props extends Omit<LeafFieldProps, 'label' | 'isInFocus'> {
  readonly column: number;
  readonly isHead: boolean;
  /** Whether Tab from elsewhere enters the table here. */
  readonly isEntry: boolean;
  readonly isChosen: boolean;
  /** The text that editing begins with, null for what stands there; undefined where nobody types. */
  readonly editedFrom: string | null | undefined;
  readonly onEditorKey: (event: KeyboardEvent) => void;
  readonly onChosen: () => void;
}

/** A leaf as a cell of a table. */
export const GridCell = memo(function GridCell(props: Props) {
  const { pointer, schema, value, source, boxCount, suggestion, warning, column, isHead, isEntry, isChosen, editedFrom } = props;
  const name = spokenName(pointer);
  const isAbsent = source === 'absent';
  const isReading = useIsReading(pointer);
  const suggested = suggestion ? textOfLeaf(suggestion.value) : null;
  const choices = choicesOf(schema);
  const stored = textOfLeaf(value);
  const text = choices.find((choice) => choice.value === (stored || suggested))?.label ?? (stored || suggested || '');
  const state = describeState({ isAnswered: isAnswered(value), source, confidence: suggestion?.confidence ?? null, boxCount, warning });
  const editor = { pointer, name, schema, value, suggested: editedFrom === null ? suggested : null, isAbsent, warning };
  return (
    <td
      role="gridcell"
      className={classes.cell}
      data-field
      data-cell={editedFrom === undefined ? pointer : undefined}
      data-pointer={editedFrom === undefined ? pointer : undefined}
      data-row={pointer}
      data-head={isHead}
      data-chosen={isChosen}
      data-suggested={stored === '' && suggested !== null}
      data-warning={warning !== undefined}
      data-placed={isAnswered(value) && boxCount > 0}
      aria-colindex={column + 2}
      aria-selected={isChosen}
      aria-invalid={warning !== undefined}
      aria-label={editedFrom === undefined ? `${name}: ${text || (isAbsent ? 'absent' : 'empty')}. ${state.words}` : undefined}
      tabIndex={isEntry && editedFrom === undefined ? 0 : -1}
      title={warning ? `Look again: ${warning}` : undefined}
    >
      {editedFrom === undefined ? (
        <div className={classes.text} dir="auto">{text || (isReading ? <i>reading …</i> : isAbsent && <i>absent</i>)}</div>
      ) : (
        <div className={classes.editing} onKeyDown={props.onEditorKey}>
          {choices.length > 0 ? (
            <ChoiceEditor {...editor} first={editedFrom} isOpened onChosen={props.onChosen} />
          ) : (
            <TextEditor {...editor} first={editedFrom} />
          )}
        </div>
      )}
    </td>
  );
});
