import type { AnnotationContent } from '@/lib/core/annotation/content';
import type { OpenSuggestions } from '@/lib/core/annotation/suggestions';
import type { FieldItem } from '@/lib/core/annotation/fields';

/** What the panel draws from: the content, and what is known about each of its fields. */
export interface PanelModel {
  readonly items: readonly FieldItem[];
  readonly content: AnnotationContent;
  readonly warnings: Readonly<Record<string, string>>;
  readonly open: OpenSuggestions;
  readonly focus: string | null;
}

type LeafItem = Extract<FieldItem, { kind: 'leaf' }>;

/** A pointer as people say it: "indicators row 2 result". */
export const spokenName = (pointer: string): string =>
  pointer
    .slice(1)
    .split('/')
    .map((segment) => (/^\d+$/.test(segment) ? `row ${Number(segment) + 1}` : segment.replaceAll('~1', '/').replaceAll('~0', '~')))
    .join(' ');

/** Everything that one leaf is drawn from, of values that compare by identity. */
export function leafProps(model: PanelModel, { pointer, label, schema, value }: LeafItem) {
  return {
    pointer,
    label,
    name: spokenName(pointer),
    schema,
    value,
    source: model.content.provenance[pointer],
    boxCount: model.content.evidence[pointer]?.length ?? 0,
    suggestion: model.open.leaves[pointer],
    warning: model.warnings[pointer],
    isInFocus: model.focus === pointer,
  };
}
