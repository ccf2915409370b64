'use client';

import { useMemo } from 'react';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import { fieldsOf } from '@/lib/core/annotation/fields';
import { noSuggestions, openSuggestions } from '@/lib/core/annotation/suggestions';
import { warningsOf } from '@/lib/core/annotation/warnings';
import type { PanelModel } from './fields/panel-model';

/** What the panel draws, worked out anew where the content changed. */
export function usePanelModel(view: AnnotationView, content: AnnotationContent, focus: string | null, suggests: boolean): PanelModel {
  const { schema, suggestions } = view;
  const items = useMemo(() => fieldsOf(schema, content.record), [schema, content.record]);
  const warnings = useMemo(() => warningsOf(schema, content.record), [schema, content.record]);
  const open = useMemo(
    () => (suggests ? openSuggestions(schema, content, suggestions) : noSuggestions),
    [schema, content, suggestions, suggests],
  );
  return useMemo(() => ({ items, content, warnings, open, focus }), [items, content, warnings, open, focus]);
}
