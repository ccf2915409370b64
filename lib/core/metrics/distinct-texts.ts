import { codePointLength } from './edit-distance';

/** The distinct texts of one side of a comparison, numbered from 0 in the order of their coming. */
export interface DistinctTexts {
  readonly numberOf: (text: string) => number;
  readonly texts: readonly string[];
  /** In code points. */
  readonly lengths: readonly number[];
}

export function makeDistinctTexts(): DistinctTexts {
  const known = new Map<string, number>();
  const texts: string[] = [];
  const lengths: number[] = [];

  function numberOf(text: string): number {
    const number = known.get(text) ?? texts.length;
    if (number < texts.length) return number;
    known.set(text, number);
    texts.push(text);
    lengths.push(codePointLength(text));
    return number;
  }

  return { numberOf, texts, lengths };
}
