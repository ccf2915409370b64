/** Lower case, without accents, so that "pruf" finds "Prüfung". */
const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const points = { word: 8, next: 5, letter: 1 } as const;

/** Points of the best way to find the letters in this order; null where there is none. */
function scoreWord(letters: readonly string[], text: readonly string[]): number | null {
  /** Best points so far by the place of the last letter found. */
  let best = new Map<number, number>();
  for (const [count, letter] of letters.entries()) {
    const after = new Map<number, number>();
    for (const [at, found] of text.entries()) {
      if (found !== letter) continue;
      const begins = at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? points.word : 0;
      const ways = count === 0 ? [0] : [...best].flatMap(([last, sum]) => (last < at ? [sum + (last === at - 1 ? points.next : 0)] : []));
      if (ways.length > 0) after.set(at, Math.max(...ways) + begins + points.letter);
    }
    best = after;
  }
  return best.size === 0 ? null : Math.max(...best.values());
}

/**
 * How well a text answers to what was typed: each word of the query must be in it,
 * its letters in order; letters side by side and beginnings of words count more.
 * @returns null where it does not; 0 for an empty query; shorter texts win a tie
 */
export function matchText(query: string, text: string): number | null {
  const words = plain(query).split(/\s+/).filter((word) => word !== '');
  const letters = [...plain(text)];
  let sum = 0;
  for (const word of words) {
    const score = scoreWord([...word], letters);
    if (score === null) return null;
    sum += score;
  }
  return words.length === 0 ? 0 : sum - Math.min(letters.length, 900) / 1_000;
}

/** Share of the best score below which letters were found by accident. */
const leastShare = 0.6;

/** What answers to the query, the best first and none that is far behind it; all of it, as it stands, for an empty one. */
export function searchTexts<Item>(items: readonly Item[], query: string, textOf: (item: Item) => string): readonly Item[] {
  const scored = items.flatMap((item) => {
    const score = matchText(query, textOf(item));
    return score === null ? [] : [{ item, score }];
  });
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score >= leastShare * best).toSorted((a, b) => b.score - a.score).map(({ item }) => item);
}
