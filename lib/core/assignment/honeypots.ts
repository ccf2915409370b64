import { fractionOf } from './fraction-of';
import type { AssignmentRules } from './rules';

interface Turn {
  readonly projectId: string;
  readonly annotatorId: string;
  /** How many documents the person has handed in: the turn's number, from 0. */
  readonly ordinal: number;
}

const nameOf = ({ projectId, annotatorId, ordinal }: Turn): readonly string[] => [projectId, annotatorId, String(ordinal)];

/**
 * Whether this turn is a honeypot's. Over many turns the share is the project's;
 * which turns they are follows from the person and cannot be told beforehand.
 */
export const isHoneypotTurn = (rules: AssignmentRules, turn: Turn): boolean =>
  fractionOf('honeypot', ...nameOf(turn)) < rules.honeypotShare;

/** The document of known gold for a turn: the same for the same turn and candidates. */
export function chooseHoneypot(candidates: readonly string[], turn: Turn): string | null {
  const ranked = candidates.map((documentId) => ({ documentId, rank: fractionOf('honeypot', documentId, ...nameOf(turn)) }));
  const [first] = ranked.sort((a, b) => a.rank - b.rank);
  return first?.documentId ?? null;
}
