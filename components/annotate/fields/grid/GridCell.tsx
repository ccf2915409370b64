'use client';

import { memo, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import { valueAt } from '@/lib/core/record/pointer';
import type { LeafSchema } from '@/lib/core/schema/types';
import { isSameParts } from '@/components/ui/store';
import classes from './grid.module.css';
import { ChoiceEditor } from '../editors/ChoiceEditor';
import { TextEditor } from '../editors/TextEditor';
import { choicesOf } from '../editors/choices';
import { describeState } from '../LeafStatus';
import { leafState, leafText, spokenName, type PanelModel } from '../panel-model';
import { usePanel } from '../PanelProvider';
import { useIsReading } from '../reading-context';

interface Props {
  readonly pointer: string;
  readonly schema: LeafSchema;
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

/** What a cell shows; its text alone where nobody types, so that a letter draws the editor and nothing else. */
function cellState(model: PanelModel, pointer: string, schema: LeafSchema, isEdited: boolean) {
  const suggestion = model.open.leaves[pointer];
  const stored = textOfLeaf(valueAt(model.content.record, pointer));
  const shown = stored || (suggestion ? textOfLeaf(suggestion.value) : '');
  const label = choicesOf(schema).find(({ value }) => value === shown)?.label ?? shown;
  return { ...leafState(model, pointer, schema), isInFocus: null, text: isEdited ? '' : label };
}

interface CellEditorProps extends Pick<Props, 'pointer' | 'schema' | 'onChosen'> {
  readonly name: string;
  readonly first: string | null;
}

/** The editor in a cell: begun with a letter, it shows no suggestion. */
function CellEditor({ first, onChosen, ...place }: CellEditorProps) {
  const { pointer, schema } = place;
  const { suggested, ...text } = usePanel((model) => leafText(model, pointer, schema), isSameParts);
  const editor = { ...place, ...text, suggested: first === null ? suggested : null, first };
  return choicesOf(schema).length > 0 ? <ChoiceEditor {...editor} isOpened onChosen={onChosen} /> : <TextEditor {...editor} />;
}

/** A leaf as a cell of a table. */
export const GridCell = memo(function GridCell(props: Props) {
  const t = useTranslations('annotate.gridCell');
  const { pointer, schema, column, isHead, isEntry, isChosen, editedFrom } = props;
  const isEdited = editedFrom !== undefined;
  const { answered, source, boxCount, confidence, warning, text } = usePanel((model) => cellState(model, pointer, schema, isEdited), isSameParts);
  const name = spokenName(pointer);
  const isAbsent = source === 'absent';
  const isReading = useIsReading(pointer);
  const state = describeState({ isAnswered: answered, source, confidence, boxCount, warning });
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
      data-suggested={!answered && confidence !== null}
      data-warning={warning !== undefined}
      data-placed={answered && boxCount > 0}
      aria-colindex={column + 2}
      aria-selected={isChosen}
      aria-invalid={warning !== undefined}
      aria-label={editedFrom === undefined ? t('named', { name, value: text || (isAbsent ? t('absent') : t('empty')), state: state.words }) : undefined}
      tabIndex={isEntry && editedFrom === undefined ? 0 : -1}
      title={warning ? t('lookAgain', { warning }) : undefined}
    >
      {editedFrom === undefined ? (
        <div className={classes.text} dir="auto">{text || (isReading ? <i>{t('reading')}</i> : isAbsent && <i>{t('absent')}</i>)}</div>
      ) : (
        <div className={classes.editing} onKeyDown={props.onEditorKey}>
          <CellEditor pointer={pointer} schema={schema} name={name} first={editedFrom} onChosen={props.onChosen} />
        </div>
      )}
    </td>
  );
});
