'use client';

import { memo, useId } from 'react';
import { isAnswered, textOfLeaf } from '@/lib/core/annotation/leaf-text';
import classes from './fields.module.css';
import { useFieldActions } from './field-actions';
import { LeafEditor } from './LeafEditor';
import type { LeafFieldProps } from './LeafField';

/** A leaf as a cell of a table: the editor alone, its state in its edge. */
export const LeafCell = memo(function LeafCell(props: LeafFieldProps) {
  const { pointer, name, schema, value, suggestion, warning, isInFocus, boxCount } = props;
  const id = useId();
  const { onFocus } = useFieldActions();
  return (
    <div
      className={classes.cell}
      data-field
      data-focus={isInFocus}
      data-suggested={suggestion !== undefined}
      data-warning={warning !== undefined}
      data-placed={isAnswered(value) && boxCount > 0}
      title={warning ? `Look again: ${warning}` : undefined}
      onPointerDown={() => onFocus(pointer)}
    >
      <LeafEditor
        id={id}
        pointer={pointer}
        schema={schema}
        value={value}
        name={name}
        suggested={suggestion ? textOfLeaf(suggestion.value) : null}
        warning={warning}
      />
    </div>
  );
});
