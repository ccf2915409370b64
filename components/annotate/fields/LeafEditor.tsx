'use client';

import { BooleanEditor } from './editors/BooleanEditor';
import { ChoiceEditor } from './editors/ChoiceEditor';
import { TextEditor } from './editors/TextEditor';
import type { EditorProps } from './editors/use-editor-text';

/** The editor that the leaf's type asks for. None of them refuses what is typed. */
export function LeafEditor(props: EditorProps) {
  if (props.schema.type === 'boolean') return <BooleanEditor {...props} />;
  return props.schema.enum ? <ChoiceEditor {...props} /> : <TextEditor {...props} />;
}
