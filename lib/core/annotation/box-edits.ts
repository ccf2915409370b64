import { unionBox, type PageBox } from '../geometry/box';
import type { Word } from '../geometry/word';
import { createWordIndex, wordsInBox } from '../geometry/word-index';
import type { EvidenceBox } from '../record/evidence';
import type { AnnotationContent } from './content';
import { fillFromWords } from './fill-from-words';
import { setEvidence, type Operation } from './operation';

const boxesOf = (content: AnnotationContent, pointer: string): readonly EvidenceBox[] => content.evidence[pointer] ?? [];

/** Boxes of a field put elsewhere on their page; `at` is the place among all boxes of the field. */
export function changeBoxes(
  content: AnnotationContent,
  pointer: string,
  changes: readonly { readonly at: number; readonly box: PageBox }[],
): Operation {
  const byPlace = new Map(changes.map(({ at, box }) => [at, box]));
  return setEvidence(pointer, boxesOf(content, pointer).map(({ page, box }, at) => ({ page, box: byPlace.get(at) ?? box })));
}

/** The field without some of its boxes; its value stays. */
export const removeBoxes = (content: AnnotationContent, pointer: string, places: readonly number[]): Operation =>
  setEvidence(pointer, boxesOf(content, pointer).filter((_, at) => !places.includes(at)));

/** One box for each line in it, or for each word where it holds one line; itself where it holds one word or none. */
function parts(box: PageBox, words: readonly Word[]): readonly PageBox[] {
  const inside = wordsInBox(createWordIndex(words), box).flatMap((at) => words[at] ?? []);
  if (inside.length < 2) return [box];
  const lines = fillFromWords(0, inside)?.boxes ?? [];
  return lines.length === 1 ? inside.map((word) => word.box) : lines.map((line) => line.box);
}

/** Boxes of one page taken apart by their lines or words; null where none can be. */
export function splitBoxes(content: AnnotationContent, pointer: string, places: readonly number[], words: readonly Word[]): Operation | null {
  const before = boxesOf(content, pointer);
  const after = before.flatMap(({ page, box }, at) => (places.includes(at) ? parts(box, words).map((part) => ({ page, box: part })) : [{ page, box }]));
  return after.length === before.length ? null : setEvidence(pointer, after);
}

/** Boxes of one page as one around them, in the place of the first; null for fewer than two. */
export function mergeBoxes(content: AnnotationContent, pointer: string, places: readonly number[]): Operation | null {
  const boxes = boxesOf(content, pointer);
  const chosen = boxes.filter((_, at) => places.includes(at));
  const [first] = chosen;
  const around = unionBox(chosen.map(({ box }) => box));
  if (!first || !around || chosen.length < 2 || chosen.some(({ page }) => page !== first.page)) return null;
  const merged = { page: first.page, box: around };
  return setEvidence(pointer, boxes.flatMap((box, at) => (box === first ? [merged] : places.includes(at) ? [] : [box])));
}
