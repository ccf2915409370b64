'use client';

import { memo } from 'react';
import { isSameParts } from '@/components/ui/store';
import { BooleanEditor } from './editors/BooleanEditor';
import { ChoiceEditor } from './editors/ChoiceEditor';
import { TextEditor } from './editors/TextEditor';
import type { EditorPlace } from './editors/use-editor-text';
import { leafText } from './panel-model';
import { usePanel } from './PanelProvider';

/** The editor that the leaf's type asks for. None of them refuses what is typed. */
export const LeafEditor = memo(function LeafEditor(place: EditorPlace) {
  const { pointer, schema } = place;
  const text = usePanel((model) => leafText(model, pointer, schema), isSameParts);
  if (schema.type === 'boolean') return <BooleanEditor {...place} {...text} />;
  return schema.enum ? <ChoiceEditor {...place} {...text} /> : <TextEditor {...place} {...text} />;
});
