import type { EvidenceBox } from '../../record/evidence';
import { isLeaf, type Json, type Leaf } from '../../record/json';
import type { LeafSchema } from '../../schema/types';
import { equalityKey } from '../../scoring/equal-leaves';
import { absent, type Candidate } from '../candidates/candidates';
import { foldText, valueOfText } from '../fields/values';
import { indicesOf } from '../layout/text';
import type { PreparedDocument } from '../prepare';
import { jaccard, tokensIn } from './evidence-tokens';
import { editSimilarity } from './similarity';

/** Texts less alike than this are not taken for a misread gold value. */
const leastSimilarity = 0.7;
/** … unless they stand where people said that the value stands. */
const leastSimilarityInPlace = 0.45;
/** Shared tokens, from which a candidate counts as standing in the evidence. */
const inPlace = 0.5;

/** What the warm start learns for one field of one document. */
export interface ScalarTarget {
  /** Any of them is right; best first. */
  readonly candidates: readonly number[];
  /** How sure that is, 0–1: 1 for an exact text, less for a misread one. */
  readonly weight: number;
}

/**
 * The candidates that say what gold says: those equal under the leaf's match
 * rule, or else those nearest by edit similarity, for a reader misreads. Where
 * evidence is given, candidates that stand in it are preferred. Null where the
 * page's words cannot reach the value: then nothing is learnt, not "absent".
 */
export function scalarTarget(
  document: PreparedDocument,
  leaf: LeafSchema,
  gold: Json | undefined,
  evidence: readonly EvidenceBox[] | undefined,
): ScalarTarget | null {
  const value: Leaf = isLeaf(gold) ? gold : null;
  const rule = leaf['x-match'] ?? 'text';
  const key = equalityKey(value, rule);
  if (key === '') return { candidates: [absent], weight: 1 };
  const { candidates, layout } = document;
  const place = tokensIn(layout, evidence);
  const overlap = (c: number): number =>
    place.size === 0 ? 0 : jaccard(indicesOf((candidates[c] as Candidate).parts), place);

  const equal: number[] = [];
  for (let c = 1; c < candidates.length; c++) {
    const text = (candidates[c] as Candidate).text;
    if (equalityKey(valueOfText(leaf, text), rule) === key) equal.push(c);
  }
  if (equal.length > 0) return { candidates: standingIn(equal, overlap), weight: 1 };
  if (leaf.type !== 'string' || leaf.enum) return null;
  return nearest(candidates, foldText(String(value)), overlap);
}

function nearest(
  candidates: readonly Candidate[],
  gold: string,
  overlap: (candidate: number) => number,
): ScalarTarget | null {
  let best: number[] = [];
  let bestScore = 0;
  let weight = 0;
  for (let c = 1; c < candidates.length; c++) {
    const text = foldText((candidates[c] as Candidate).text);
    const isNear = Math.abs(text.length - gold.length) <= (1 - leastSimilarityInPlace) * Math.max(text.length, gold.length);
    if (!isNear) continue;
    const common = overlap(c);
    const least = common >= inPlace ? leastSimilarityInPlace : leastSimilarity;
    const similarity = editSimilarity(text, gold, least);
    const score = similarity + common;
    if (similarity === 0 || score < bestScore) continue;
    if (score > bestScore) best = [];
    best.push(c);
    bestScore = score;
    weight = similarity;
  }
  return best.length === 0 ? null : { candidates: best, weight };
}

/** Those that stand in the evidence, best first; all where none does. */
function standingIn(found: readonly number[], overlap: (candidate: number) => number): readonly number[] {
  const scored = found.map((candidate) => ({ candidate, common: overlap(candidate) }));
  const most = Math.max(...scored.map(({ common }) => common));
  if (most < inPlace / 2) return found;
  return scored
    .filter(({ common }) => common >= most - 0.1)
    .sort((a, b) => b.common - a.common)
    .map(({ candidate }) => candidate);
}
