'use client';

import { useState } from 'react';
import { leafFromText, textOfLeaf } from '@/lib/core/annotation/leaf-text';
import type { Json } from '@/lib/core/record/json';
import type { LeafSchema } from '@/lib/core/schema/types';
import classes from './fields.module.css';
import { useFieldActions } from './field-actions';

interface Props {
  readonly id: string;
  readonly pointer: string;
  readonly schema: LeafSchema;
  readonly value: Json | undefined;
  readonly name: string;
  /** Shown in grey where the field is empty: what a model suggests. */
  readonly suggested: string | null;
  readonly warning: string | undefined;
}

const choicesOf = (schema: LeafSchema): readonly string[] | null =>
  schema.enum ?? (schema.type === 'boolean' ? ['true', 'false'] : null);

/** The editor that the leaf's type asks for. What is typed is kept as typed while it means the same. */
export function LeafEditor({ id, pointer, schema, value, name, suggested, warning }: Props) {
  const { isReadOnly, onFocus, onText, onDone } = useFieldActions();
  const [typed, setTyped] = useState<string | null>(null);
  const stored = textOfLeaf(value);
  const text = typed !== null && textOfLeaf(leafFromText(schema, typed)) === stored ? typed : stored;
  const change = (next: string) => {
    setTyped(next);
    onText(pointer, schema, next);
  };
  const common = {
    id,
    value: text,
    'aria-label': name,
    'data-pointer': pointer,
    'aria-invalid': warning !== undefined,
    onFocus: () => onFocus(pointer),
    onBlur: () => {
      setTyped(null);
      onDone();
    },
  };
  const choices = choicesOf(schema);
  if (choices) {
    const isOther = text !== '' && !choices.includes(text);
    return (
      <select {...common} className={classes.editor} disabled={isReadOnly} onChange={(event) => change(event.target.value)}>
        <option value="">{suggested ?? ''}</option>
        {isOther && <option value={text}>{text}</option>}
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {schema.type === 'boolean' ? (choice === 'true' ? 'yes' : 'no') : choice}
          </option>
        ))}
      </select>
    );
  }
  const more = { placeholder: suggested ?? '', readOnly: isReadOnly, spellCheck: false, autoComplete: 'off' };
  if (schema.type !== 'string') {
    return (
      <input
        {...common}
        {...more}
        className={classes.editor}
        inputMode={schema.type === 'integer' ? 'numeric' : 'decimal'}
        onChange={(event) => change(event.target.value)}
      />
    );
  }
  return (
    <textarea {...common} {...more} rows={1} className={classes.editor} onChange={(event) => change(event.target.value)} />
  );
}
