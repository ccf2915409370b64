import { unionBox } from '../../geometry/box';
import type { EvidenceBox } from '../../record/evidence';
import type { Span, Token } from './types';

const han = /\p{Script=Han}/u;
const closing = /^(?:[,;)\]}]|\.$)/u;
const opening = /[([{]$/u;

/**
 * No space between pieces of one word, nor between two Han characters, nor
 * where typography has none and only the reader saw a gap: "SHAH ALAM ,".
 */
function needsSpace(left: Token, right: Token, adjacent: boolean): boolean {
  if (adjacent && right.glued) return false;
  if (closing.test(right.text) || opening.test(left.text)) return false;
  return !(han.test(left.text.slice(-1)) && han.test(right.text.slice(0, 1)));
}

/** The text of tokens in the given order. */
export function textOfTokens(tokens: readonly Token[], indices: Iterable<number>): string {
  let text = '';
  let before = -2;
  for (const index of indices) {
    const token = tokens[index] as Token;
    const left = tokens[before];
    if (left && needsSpace(left, token, before === index - 1)) text += ' ';
    text += token.text;
    before = index;
  }
  return text;
}

export function* indicesOf(parts: readonly Span[]): Generator<number> {
  for (const { start, end } of parts) for (let i = start; i < end; i++) yield i;
}

export const textOfParts = (tokens: readonly Token[], parts: readonly Span[]): string =>
  textOfTokens(tokens, indicesOf(parts));

/** One box for each segment that the tokens stand in. */
export function boxesOf(tokens: readonly Token[], indices: Iterable<number>): readonly EvidenceBox[] {
  const bySegment = new Map<number, Token[]>();
  for (const index of indices) {
    const token = tokens[index] as Token;
    const group = bySegment.get(token.segment);
    if (group) group.push(token);
    else bySegment.set(token.segment, [token]);
  }
  return [...bySegment.values()].flatMap((group) => {
    const box = unionBox(group.map((token) => token.box));
    return box ? [{ page: group[0]?.page ?? 0, box }] : [];
  });
}
