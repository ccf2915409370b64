'use client';

import { useMemo, useRef } from 'react';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import { fieldsOf } from '@/lib/core/annotation/fields';
import { noSuggestions, offeredBy, openOf, type OpenSuggestions } from '@/lib/core/annotation/suggestions';
import { warningsOf } from '@/lib/core/annotation/warnings';
import type { PanelModel } from './fields/panel-model';

const isSameMap = <T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>): boolean => {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
};

/** The suggestions as they were where nothing changed, so that typing redraws no box. */
function useSteady(open: OpenSuggestions): OpenSuggestions {
  const last = useRef(open);
  if (!isSameMap(last.current.leaves, open.leaves) || !isSameMap(last.current.lists, open.lists)) last.current = open;
  return last.current;
}

/** What the panel draws, worked out anew where the content changed. */
export function usePanelModel(
  view: AnnotationView,
  content: AnnotationContent,
  focus: string | null,
  suggests: boolean,
  proposal: PanelModel['proposal'] = null,
): PanelModel {
  const { schema, suggestions } = view;
  const items = useMemo(() => fieldsOf(schema, content.record), [schema, content.record]);
  const warnings = useMemo(() => warningsOf(schema, content.record), [schema, content.record]);
  const offered = useMemo(() => (suggests ? offeredBy(schema, suggestions) : noSuggestions), [schema, suggestions, suggests]);
  const open = useSteady(useMemo(() => openOf(items, content, offered), [items, content, offered]));
  return useMemo(() => ({ items, content, warnings, open, focus, proposal }), [items, content, warnings, open, focus, proposal]);
}
