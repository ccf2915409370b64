import { fractionOf } from './fraction-of';

/** What a project says about who labels what. */
export interface AssignmentRules {
  /** Share of the queue that several people label, 0–1. */
  readonly overlapShare: number;
  /** How many people label such a document, from 2. */
  readonly overlapAnnotators: number;
  /** Share of the documents handed out whose gold is known, 0–0.5. */
  readonly honeypotShare: number;
}

export const assignmentLimits = { maxAnnotators: 5, maxHoneypotShare: 0.5 } as const;

/**
 * How many people label a document apart from each other. It follows from the
 * document's id, so a larger share only adds documents and never takes one out.
 */
export const wantedAnnotators = (rules: AssignmentRules, documentId: string): number =>
  fractionOf('overlap', documentId) < rules.overlapShare ? rules.overlapAnnotators : 1;
