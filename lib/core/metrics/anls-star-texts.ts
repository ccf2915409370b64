import { makeDistinctTexts } from './distinct-texts';
import { editDistance } from './edit-distance';
import { foldSpace } from './python-space';

/** Below this a similarity is 0 (the threshold of ANLS, 0.5): more than half of the longer text edited. */
const isTooFar = (edits: number, length: number): boolean => 2 * edits > length;

/** Lower case, white space folded and trimmed. */
export const foldText = (value: string | number | boolean): string => foldSpace(String(value)).toLowerCase();

/** The distinct texts of one gold and one predicted record, and how alike they are. */
export interface TextPairs {
  readonly numberGold: (folded: string) => number;
  readonly numberPredicted: (folded: string) => number;
  /** 1 − edits / longer length, 0 where below 0.5. Every text is to be numbered before the first call. */
  readonly similarity: (gold: number, predicted: number) => number;
}

/** Edits are kept as edits + 1 in 16 bits; 0 is not known yet, the largest is too far. */
const far = 0xffff;

/** Tables repeat their texts (units, flags, names), so each pair of distinct texts is measured once. */
export function makeTextPairs(): TextPairs {
  const golds = makeDistinctTexts();
  const predictions = makeDistinctTexts();
  const known: Uint16Array[] = [];

  function similarity(gold: number, predicted: number): number {
    const a = golds.lengths[gold] as number;
    const b = predictions.lengths[predicted] as number;
    const length = Math.max(a, b);
    if (isTooFar(Math.abs(a - b), length)) return 0;
    const row = (known[gold] ??= new Uint16Array(predictions.texts.length));
    const kept = row[predicted] as number;
    if (kept !== 0) return kept === far ? 0 : 1 - (kept - 1) / length;
    const edits = editDistance(golds.texts[gold] as string, predictions.texts[predicted] as string);
    const isFar = isTooFar(edits, length);
    if (isFar) row[predicted] = far;
    else if (edits + 1 < far) row[predicted] = edits + 1;
    return isFar ? 0 : 1 - edits / length;
  }

  return { numberGold: golds.numberOf, numberPredicted: predictions.numberOf, similarity };
}
