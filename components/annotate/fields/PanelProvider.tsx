'use client';

import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { emptyContent } from '@/lib/core/annotation/content';
import { noSuggestions } from '@/lib/core/annotation/suggestions';
import { createStore, laterStore, useStore, type Readable } from '@/components/ui/store';
import type { PanelModel } from './panel-model';

interface Panels {
  readonly now: Readable<PanelModel>;
  readonly later: Readable<PanelModel>;
}

const nothing: PanelModel = {
  schema: { type: 'object', properties: {} },
  items: [],
  content: emptyContent,
  open: noSuggestions,
  suggestedBy: null,
  focus: null,
  proposal: null,
};
const empty = createStore(nothing);
const Context = createContext<Panels>({ now: empty, later: empty });

/** Gives all that is drawn of a document its panel store. */
export function PanelProvider({ panel, children }: { readonly panel: Readable<PanelModel>; readonly children: ReactNode }) {
  const panels = useMemo(() => ({ now: panel, later: laterStore(panel) }), [panel]);
  return <Context.Provider value={panels}>{children}</Context.Provider>;
}

export const usePanelStore = (): Readable<PanelModel> => useContext(Context).now;

/** A part of the panel's model, drawn with the letter that changed it. */
export function usePanel<Part>(select: (model: PanelModel) => Part, isSame?: (a: Part, b: Part) => boolean): Part {
  return useStore(useContext(Context).now, select, isSame);
}

/** A part of the model that may follow after the paint. */
export function usePanelLater<Part>(select: (model: PanelModel) => Part, isSame?: (a: Part, b: Part) => boolean): Part {
  return useStore(useContext(Context).later, select, isSame);
}
