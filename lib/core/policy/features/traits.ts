import { hashToSeed } from '../../random';
import { patternOf, shapeOf } from '../candidates/patterns';
import { foldText } from '../fields/values';
import type { Layout, Span, Token } from '../layout/types';
import { mix } from './hash';

/** What the features ask of a token, worked out once. */
export interface Traits {
  /** Lower case, digits as 0. */
  readonly word: number;
  readonly shape: number;
  readonly prefix: number;
  readonly suffix: number;
  readonly pattern: number;
  readonly endsLabel: boolean;
  readonly hasDigit: boolean;
  readonly hasLetter: boolean;
}

export function traitsOf({ text }: Token): Traits {
  const folded = foldText(text).replace(/\d/gu, '0');
  const bare = folded.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '') || folded;
  return {
    word: hashToSeed(bare),
    shape: hashToSeed(shapeOf(text)),
    prefix: hashToSeed(folded.slice(0, 3)),
    suffix: hashToSeed(folded.slice(-3)),
    pattern: patternOf(text),
    endsLabel: /[:：]$/u.test(text),
    hasDigit: /\d/u.test(text),
    hasLetter: /\p{L}/u.test(text),
  };
}

/** Order-bound hash of the words of a span; 0 for none. */
export function phrase(traits: readonly Traits[], { start, end }: Span): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = mix(hash, (traits[i] as Traits).word);
  return hash;
}

/**
 * The label a token may follow: the words left of it in its row, back to the
 * start of their segment or to the label before, five at most.
 */
export function labelBefore(layout: Layout, traits: readonly Traits[], at: number): Span {
  const row = layout.rows[(layout.tokens[at] as Token).row];
  let start = at;
  while (start > (row?.start ?? 0) && at - start < 5) {
    const left = start - 1;
    const isCut =
      left < at - 1 &&
      ((traits[left] as Traits).endsLabel ||
        (layout.tokens[left] as Token).segment !== (layout.tokens[at - 1] as Token).segment);
    if (isCut) break;
    start = left;
  }
  return { start, end: at };
}

/** 0 … `most`: how many of `unit` the length has, on a doubling scale. */
export const scale = (length: number, unit: number, most: number): number =>
  Math.max(0, Math.min(most, Math.round(Math.log2(1 + Math.max(0, length) / unit) * 2)));
