'use client';

import { useTranslations } from 'use-intl';
import classes from '../fields.module.css';
import { useFieldActions } from '../field-actions';
import { useEditorText, type EditorProps } from './use-editor-text';

/** Text and numbers: a box as tall as what stands in it, in the direction that its letters have. */
export function TextEditor({ first = null, ...props }: EditorProps & { readonly first?: string | null }) {
  const t = useTranslations('annotate.textEditor');
  const { id, pointer, name, schema, isAbsent, warning } = props;
  const { isReadOnly } = useFieldActions();
  const { text, isSuggested, change, focus, done } = useEditorText(props, first);
  const isNumber = schema.type === 'number' || schema.type === 'integer' || schema['x-match'] === 'number';
  return (
    <textarea
      id={id}
      value={text}
      rows={1}
      dir="auto"
      className={classes.editor}
      data-pointer={pointer}
      data-suggested={isSuggested}
      aria-label={name}
      aria-invalid={warning !== undefined}
      placeholder={isAbsent ? t('absent') : ''}
      inputMode={isNumber ? 'decimal' : 'text'}
      readOnly={isReadOnly}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => change(event.target.value)}
      onFocus={focus}
      onBlur={done}
    />
  );
}
