/** Where a word may be cut although no space stands there; each finds one cut. */
const cuts: readonly RegExp[] = [
  // "Name:John" → "Name:" "John"; "10:30" stays whole.
  /^.*?[:：=](?=[^\d:：/\\])|^[^\d]+[:：=](?=\d)/u,
  // "(3.5-5.5" → "(" "3.5-5.5"
  /^[([{（【](?=.)/u,
  // "1)PARACETAMOL" → "1)" "PARACETAMOL"
  /^\d{1,2}[).、](?=\p{L})/u,
  // "5.6mmol/L", "30Viên", "7.1↑" → number, rest
  /^[<>≤≥~+-]?\d[\d.,]*(?=[\p{L}%°µ↑↓*])(?!\d*(?:st|nd|rd|th)$)/u,
  // "BHD(728384-M)" → "BHD" "(728384-M" ")"
  /^\p{L}{2,}\.?(?=\()/u,
  // "RM80.90" → "RM" "80.90"
  /^(?:\p{L}{1,3}|[$€£¥₫])(?=[\d,]+\.\d+$)/u,
];
// "SELANGOR." and "(12)", but not "B." or "No."
const tail = /^.+?(?=[)\]}）】,;，；]+\.?$|(?<=[^.]{3}|\d)\.$)/u;

/** Longer "words" are noise, and the patterns are not linear. */
const longest = 80;

/**
 * The pieces of one OCR word that a value may begin or end with: labels glued
 * to values, brackets, numbers glued to units. The pieces joined give the word.
 */
export function splitWord(word: string): readonly string[] {
  if (word.length > longest) return [word];
  const pieces: string[] = [];
  let rest = word;
  while (rest.length > 1) {
    const head = longestCut(rest);
    if (head === 0) break;
    pieces.push(rest.slice(0, head));
    rest = rest.slice(head);
  }
  const body = tail.exec(rest)?.[0];
  if (body) pieces.push(body, rest.slice(body.length));
  else pieces.push(rest);
  return pieces;
}

function longestCut(text: string): number {
  for (const cut of cuts) {
    const length = cut.exec(text)?.[0].length ?? 0;
    if (length > 0 && length < text.length) return length;
  }
  return 0;
}
