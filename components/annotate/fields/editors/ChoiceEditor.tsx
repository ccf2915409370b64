'use client';

import { Combobox, useCombobox } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import classes from '../fields.module.css';
import { useFieldActions } from '../field-actions';
import { choicesOf, keyedChoice, matchingChoices, type Choice } from './choices';
import { useEditorText, type EditorProps } from './use-editor-text';

interface Props extends EditorProps {
  /** Text that the editor begins with in place of the stored one. */
  readonly first?: string | null;
  readonly isOpened?: boolean;
  readonly onChosen?: () => void;
}

/** A value of a list: type to search, 1–9 to take one, or anything else as it is. */
export function ChoiceEditor({ first = null, isOpened = false, onChosen, ...props }: Props) {
  const t = useTranslations('annotate.choiceEditor');
  const { id, pointer, name, schema, isAbsent, warning } = props;
  const { isReadOnly } = useFieldActions();
  const { text, isTyped, isSuggested, change, focus, done } = useEditorText(props, first);
  const box = useCombobox({ defaultOpened: isOpened });
  const choices = choicesOf(schema);
  const shown = isTyped ? matchingChoices(choices, text) : choices;
  const choose = (choice: Choice) => {
    change(choice.value);
    box.closeDropdown();
    onChosen?.();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isReadOnly || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const keyed = isTyped && text !== '' ? undefined : keyedChoice(choices, event.key);
    if (keyed) {
      event.preventDefault();
      choose(keyed);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!box.dropdownOpened) box.openDropdown();
      else if (event.key === 'ArrowDown') box.selectNextOption();
      else box.selectPreviousOption();
    } else if (event.key === 'Enter' && box.dropdownOpened) {
      const at = box.getSelectedOptionIndex();
      const choice = shown[at] ?? (isTyped && shown.length === 1 ? shown[0] : undefined);
      // The key goes on to its command: accept and go to the next field.
      if (choice) choose(choice);
    } else if (event.key === 'Escape' && box.dropdownOpened) {
      event.preventDefault();
      box.closeDropdown();
    }
  };
  return (
    <Combobox store={box} onOptionSubmit={(value) => choose({ value, label: value })} withinPortal>
      <Combobox.Target withKeyboardNavigation={false}>
        <input
          id={id}
          role="combobox"
          value={choices.find(({ value }) => value === text)?.label ?? text}
          dir="auto"
          className={classes.editor}
          data-pointer={pointer}
          data-suggested={isSuggested}
          aria-label={name}
          aria-invalid={warning !== undefined}
          placeholder={isAbsent ? t('absent') : ''}
          readOnly={isReadOnly}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            change(event.target.value);
            box.openDropdown();
            box.resetSelectedOption();
          }}
          onKeyDown={onKeyDown}
          onClick={() => !isReadOnly && box.openDropdown()}
          onFocus={focus}
          onBlur={() => {
            box.closeDropdown();
            done();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={240} style={{ overflowY: 'auto' }} aria-label={t('valuesFor', { name })}>
          {shown.map((choice) => (
            <Combobox.Option key={choice.value} value={choice.value} active={choice.value === text}>
              <span className={classes.choiceKey}>{choice.key}</span> <span dir="auto">{choice.label}</span>
            </Combobox.Option>
          ))}
          {shown.length === 0 && <Combobox.Empty>{t('notInListKept')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
