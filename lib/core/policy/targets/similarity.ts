/**
 * 1 − edit distance / length of the longer text, 0–1; 0 where it cannot reach
 * `least`, which keeps the search over a page's candidates cheap.
 */
export function editSimilarity(a: string, b: string, least: number): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  const budget = Math.floor((1 - least) * longer + 1e-9);
  if (Math.abs(a.length - b.length) > budget) return 0;
  const distance = editDistance(a, b, budget);
  return distance > budget ? 0 : 1 - distance / longer;
}

/** Levenshtein distance inside a band; anything above `budget` where it is larger. */
function editDistance(a: string, b: string, budget: number): number {
  let before = new Uint16Array(b.length + 1);
  let row = new Uint16Array(b.length + 1);
  for (let j = 0; j <= b.length; j++) before[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - budget);
    const to = Math.min(b.length, i + budget);
    const char = a.charCodeAt(i - 1);
    row.fill(budget + 1);
    if (from === 1) row[0] = i;
    let least = budget + 1;
    for (let j = from; j <= to; j++) {
      const change = (before[j - 1] as number) + Number(char !== b.charCodeAt(j - 1));
      const cost = Math.min(change, (before[j] as number) + 1, (row[j - 1] as number) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > budget) return budget + 1;
    [before, row] = [row, before];
  }
  return before[b.length] as number;
}
