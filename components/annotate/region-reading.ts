import type { PageBox } from '@/lib/core/geometry/box';
import type { Word } from '@/lib/core/geometry/word';
import { fillField } from '@/lib/core/annotation/field-edits';
import { fillFromWords } from '@/lib/core/annotation/fill-from-words';
import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import { batch, setEvidence, setProvenance, setValue } from '@/lib/core/annotation/operation';
import { isSameJson } from '@/lib/core/annotation/same-json';
import type { Json } from '@/lib/core/record/json';
import { valueAt } from '@/lib/core/record/pointer';
import type { LeafSchema } from '@/lib/core/schema/types';
import { isApiError } from '@/components/ui/api';
import { translator } from '@/messages/translator';
import type { Session } from './session/create-session';

export interface RegionRequest {
  readonly pointer: string;
  readonly schema: LeafSchema;
  readonly page: number;
  readonly box: PageBox;
  /** The box is the only one from now on, comes with its text to what the field has, or is there at that place. */
  readonly place: 'alone' | 'added' | number;
}

type ReadWords = (page: number, box: PageBox) => Promise<{ readonly words: readonly Word[] }>;

const t = translator('annotate.regions');
const explain = (error: unknown): string =>
  isApiError(error) ? error.message : t('notRead');

/**
 * Puts the box in its field at once, and the text when it has been read, unless
 * somebody was there meanwhile. Box and text are one step to undo.
 * @returns what went wrong and what to do, or null
 */
export async function readIntoField(session: Session, request: RegionRequest, tag: string, readWords: ReadWords): Promise<string | null> {
  const { pointer, schema, page, box, place } = request;
  const content = () => session.getState().content;
  const state = () => ({ value: valueAt(content().record, pointer) ?? null, boxes: content().evidence[pointer] ?? [] });
  const { value } = state();
  const boxes = place === 'alone' ? [{ page, box }] : place === 'added' ? [...state().boxes, { page, box }] : state().boxes;
  session.seal();
  // The value is written as it is, so that undoing this step takes the text back as well.
  const source = content().provenance[pointer];
  session.apply(batch(setValue(pointer, valueAt(content().record, pointer)), setEvidence(pointer, boxes), setProvenance(pointer, source)), { pointer, tag });
  session.change({ lastFilled: pointer });
  try {
    const fill = fillFromWords(page, (await readWords(page, box)).words);
    if (!fill) return t('noText');
    const isUntouched = isSameJson(state().value, value) && isSameJson(state().boxes as unknown as Json, boxes as unknown as Json);
    if (!isUntouched) return null;
    const before = place === 'added' ? textOfLeaf(value) : '';
    const text = before === '' ? fill.text : `${before} ${fill.text}`;
    session.apply(fillField(pointer, schema, { text, boxes }, 'region'), { pointer, tag });
    return null;
  } catch (error) {
    return explain(error);
  }
}
