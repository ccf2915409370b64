import type { EvidenceBox } from '../../record/evidence';
import type { Layout } from '../layout/types';

/** The tokens whose middle lies in one of the boxes. */
export function tokensIn(layout: Layout, boxes: readonly EvidenceBox[] | undefined): ReadonlySet<number> {
  const inside = new Set<number>();
  if (!boxes || boxes.length === 0) return inside;
  layout.tokens.forEach(({ box, page }, i) => {
    const x = (box[0] + box[2]) / 2;
    const y = (box[1] + box[3]) / 2;
    const isIn = boxes.some(
      (place) =>
        place.page === page &&
        x >= place.box[0] && x <= place.box[2] && y >= place.box[1] && y <= place.box[3],
    );
    if (isIn) inside.add(i);
  });
  return inside;
}

/** Shared tokens over all tokens of both, 0–1. */
export function jaccard(tokens: Iterable<number>, other: ReadonlySet<number>): number {
  let shared = 0;
  let size = 0;
  for (const token of tokens) {
    size++;
    if (other.has(token)) shared++;
  }
  const all = size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}
