import type { AssignmentRules } from './rules';

/** How the queue is handed out, and what that means for it as it stands. */
export interface AssignmentView {
  readonly rules: AssignmentRules;
  /** Ids of the queued documents: what a share means for them follows in the core. */
  readonly queuedIds: readonly string[];
  /** Documents with gold that can be honeypots. */
  readonly honeypotCandidates: number;
  /** People who may label. */
  readonly annotators: number;
}

/** How one annotator answered documents whose gold was known. */
export interface HoneypotResult {
  readonly annotatorId: string;
  readonly annotatorName: string;
  readonly given: number;
  readonly answered: number;
  /** Leaves over all scored answers, by the scorer. */
  readonly matched: number;
  readonly predicted: number;
  readonly gold: number;
  /** 0–1; null where nothing was scored. */
  readonly f1: number | null;
}
