import { foldText } from '../fields/values';

/** The words of a key or a printed label: "sampleTime", "Sample time:" → sampl, time. */
export function nameWords(name: string): ReadonlySet<string> {
  const spaced = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const words = foldText(spaced).split(/[^\p{L}\d]+/u).filter((word) => word !== '');
  // Five letters are the word for all its endings: recommendation, recommended.
  return new Set(words.map((word) => word.slice(0, 5)));
}

/** How well a printed label names a key: 3 the same words, 2 one holds the other, 1 some in common, 0 none. */
export function nameLevel(key: ReadonlySet<string>, printed: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of key) if (printed.has(word)) shared++;
  if (shared === 0) return 0;
  if (shared === key.size && shared === printed.size) return 3;
  return shared === key.size || shared === printed.size ? 2 : 1;
}
