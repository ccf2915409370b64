import { textOfParts } from '../layout/text';
import type { Layout, Span, Token } from '../layout/types';
import { likelySpans, otherSpans } from './line-spans';
import { unions } from './unions';

/** A place on the page that may be a value. Candidate 0 is always `absent`. */
export interface Candidate {
  /** As many parts as lines or cells it runs over; none for `absent`. */
  readonly parts: readonly Span[];
  readonly text: string;
}

export const absent = 0;

/** Most candidates of one document: this many and this many a token. */
const floor = 1000;
const perToken = 4;

/**
 * Every candidate of a document: spans on one line, unions over cells of a row
 * and over lines of a column. They decide the ceiling of the policy, so the
 * likeliest shapes come first and the cap cuts only what is left.
 */
export function findCandidates(layout: Layout): readonly Candidate[] {
  const most = floor + perToken * layout.tokens.length;
  const candidates: Candidate[] = [{ parts: [], text: '' }];
  const known = new Set<string>();
  const add = (parts: readonly Span[]): boolean => {
    const key = parts.map((part) => `${part.start}-${part.end}`).join();
    if (!known.has(key)) {
      known.add(key);
      candidates.push({ parts, text: textOfParts(layout.tokens, parts) });
    }
    return candidates.length < most;
  };
  for (const span of likelySpans(layout)) if (!add([span])) return candidates;
  for (const parts of unions(layout)) {
    if (!add(parts)) return candidates;
    const bare = withoutPeriod(layout, parts);
    if (bare && !add(bare)) return candidates;
  }
  for (const span of otherSpans(layout)) if (!add([span])) return candidates;
  return candidates;
}

/** A union less the punctuation that ends it; null where none does. */
function withoutPeriod({ tokens }: Layout, parts: readonly Span[]): readonly Span[] | null {
  const last = parts.at(-1);
  if (!last || last.end - last.start < 2) return null;
  if (!/^[.,;]$/u.test((tokens[last.end - 1] as Token).text)) return null;
  return [...parts.slice(0, -1), { start: last.start, end: last.end - 1 }];
}
