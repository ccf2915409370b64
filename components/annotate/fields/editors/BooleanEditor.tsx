'use client';

import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import classes from '../fields.module.css';
import { useFieldActions } from '../field-actions';
import type { EditorProps } from './use-editor-text';

const answers = [
  { text: 'true', name: 'true', keys: ['1', 'y'] },
  { text: 'false', name: 'false', keys: ['2', 'n'] },
  { text: '', name: 'none', keys: ['0', 'Backspace', 'Delete'] },
] as const;

/** Yes, no, or not answered; text of an import that is neither stands beside. */
export function BooleanEditor({ id, pointer, name, schema, value, suggested, isAbsent, warning }: EditorProps) {
  const t = useTranslations('annotate.booleanEditor');
  const { isReadOnly, onFocus, onText } = useFieldActions();
  const stored = textOfLeaf(value);
  const isOdd = !answers.some(({ text }) => text === stored);
  const at = Math.max(0, answers.findIndex(({ text }) => text === stored));
  const choose = (text: string) => !isReadOnly && onText(pointer, schema, text);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keyed = answers.find(({ keys }) => keys.some((key) => key === event.key));
    const turn = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = keyed ?? (turn === 0 ? undefined : answers[(at + turn + answers.length) % answers.length]);
    if (!next) return;
    event.preventDefault();
    choose(next.text);
  };
  return (
    <div
      id={id}
      className={classes.radios}
      role="radiogroup"
      aria-label={name}
      aria-invalid={warning !== undefined}
      aria-readonly={isReadOnly}
      data-pointer={pointer}
      tabIndex={0}
      onFocus={() => onFocus(pointer)}
      onKeyDown={onKeyDown}
    >
      {answers.map(({ text, name: answer }) => (
        <span
          key={text}
          role="radio"
          className={classes.radio}
          aria-checked={stored === text}
          aria-label={t(`answers.${answer}`)}
          data-none={text === '' ? true : undefined}
          data-suggested={stored === '' && suggested === text}
          onClick={() => choose(text)}
        >
          {text === '' ? '–' : t(`answers.${answer}`)}
        </span>
      ))}
      {isOdd && <span dir="auto">{stored}</span>}
      {isAbsent && <i>{t('absent')}</i>}
    </div>
  );
}
