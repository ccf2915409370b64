'use client';

import { useState } from 'react';
import { leafFromText, textOfLeaf } from '@/lib/core/annotation/leaf-text';
import type { Json } from '@/lib/core/record/json';
import type { LeafSchema } from '@/lib/core/schema/types';
import { useFieldActions } from '../field-actions';

/** Which leaf an editor is for. */
export interface EditorPlace {
  readonly id?: string;
  readonly pointer: string;
  /** Unique in the panel: "name", "indicators row 2 result". */
  readonly name: string;
  readonly schema: LeafSchema;
}

export interface EditorProps extends EditorPlace {
  readonly value: Json | undefined;
  /** What a model suggests where there is no answer; it can be corrected letter by letter. */
  readonly suggested: string | null;
  readonly isAbsent: boolean;
  readonly warning: string | undefined;
}

/**
 * The text of an editor: as it was typed while that means what is stored, or
 * else as stored, or what is suggested until somebody types.
 */
export function useEditorText({ pointer, schema, value, suggested }: EditorProps, first: string | null = null) {
  const { onText, onDone, onFocus } = useFieldActions();
  const [typed, setTyped] = useState<string | null>(first);
  const stored = textOfLeaf(value);
  const isTyped = typed !== null && textOfLeaf(leafFromText(schema, typed)) === stored;
  return {
    text: isTyped ? typed : stored === '' ? (suggested ?? '') : stored,
    isTyped,
    /** Whether the text shown is a suggestion that nobody touched. */
    isSuggested: !isTyped && stored === '' && suggested !== null,
    change: (text: string) => {
      setTyped(text);
      onText(pointer, schema, text);
    },
    focus: () => onFocus(pointer),
    done: () => {
      setTyped(null);
      onDone();
    },
  };
}
