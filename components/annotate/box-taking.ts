import { extendField, fillField } from '@/lib/core/annotation/field-edits';
import type { FieldItem } from '@/lib/core/annotation/fields';
import { fillFromWords } from '@/lib/core/annotation/fill-from-words';
import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import type { DrawnBox } from '@/components/canvas/PageCanvas';
import type { RegionRequest } from './region-reading';
import type { Session } from './session/create-session';

type LeafItem = Extract<FieldItem, { kind: 'leaf' }>;

interface Options {
  readonly session: Session;
  readonly leafAt: (pointer: string | null) => LeafItem | undefined;
  readonly readRegion: (request: RegionRequest) => void;
}

/** What goes from a box into the field in focus: the words in it, or what the server reads there. */
export function boxTaking({ session, leafAt, readRegion }: Options) {
  const now = () => session.getState();
  return {
    takeBox: ({ box, words, mode, read }: DrawnBox): void => {
      const leaf = leafAt(now().focus);
      if (!leaf) return;
      const { pointer, schema, value } = leaf;
      const { page, content } = now();
      const isAdded = mode === 'add';
      const fill = read ? null : fillFromWords(page, words);
      if (!fill) return readRegion({ pointer, schema, page, box, place: isAdded ? 'added' : 'alone' });
      const drawn = { text: fill.text, boxes: [{ page, box }] };
      session.seal();
      session.apply(
        isAdded ? extendField(content, pointer, textOfLeaf(value), schema, drawn) : fillField(pointer, schema, drawn, 'region'),
        { pointer },
      );
      session.change({ lastFilled: pointer });
    },
    /** Has the text of a box that the field already has read again. */
    readBox: (place: number): void => {
      const leaf = leafAt(now().focus);
      const box = leaf && now().content.evidence[leaf.pointer]?.[place];
      if (leaf && box) readRegion({ pointer: leaf.pointer, schema: leaf.schema, ...box, place });
    },
  };
}
