import type { AnnotationContent } from '@/lib/core/annotation/content';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import { fieldsOf, hasSameRows } from '@/lib/core/annotation/fields';
import { noSuggestions, offeredBy, openOf, type OpenSuggestions } from '@/lib/core/annotation/suggestions';
import type { Readable } from '@/components/ui/store';
import type { PanelModel, Proposal } from './panel-model';

/** What a screen knows of the document in its hands. */
export interface PanelSource {
  readonly content: AnnotationContent;
  readonly focus: string | null;
  readonly proposal: Proposal | null;
}

const isSameMap = <T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>): boolean => {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
};
const isSameOpen = (a: OpenSuggestions, b: OpenSuggestions): boolean => isSameMap(a.leaves, b.leaves) && isSameMap(a.lists, b.lists);

/** What the panel draws from; parts that a letter does not change stay the same objects. */
export function createPanelStore(
  { schema, suggestions }: Pick<AnnotationView, 'schema' | 'suggestions'>,
  source: Readable<PanelSource>,
  suggests: boolean,
): Readable<PanelModel> {
  const offered = suggests ? offeredBy(schema, suggestions) : noSuggestions;
  const suggestedBy = suggests ? (suggestions?.model ?? null) : null;
  let last: PanelModel | null = null;
  const getState = (): PanelModel => {
    const { content, focus, proposal } = source.getState();
    if (last && last.content === content && last.focus === focus && last.proposal === proposal) return last;
    const items = last && hasSameRows(schema, last.content.record, content.record) ? last.items : fieldsOf(schema, content.record);
    const now = last?.content === content ? last.open : openOf(items, content, offered);
    const open = last && isSameOpen(last.open, now) ? last.open : now;
    last = { schema, items, content, open, suggestedBy, focus, proposal };
    return last;
  };
  return { getState, subscribe: source.subscribe };
}
