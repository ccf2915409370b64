import { z } from 'zod';
import type { AnnotationState, ReviewEntry } from '@/lib/core/annotation/contract';
import { wantedAnnotators, type AssignmentRules } from '@/lib/core/assignment/rules';
import { reviewStateOf, reviewStates, type ReviewState } from '@/lib/core/review/review-state';
import { loadRules } from '../../assignment/load-rules';
import { countAccepted, findAccepted, findInReview, type ReviewRow } from '../../repositories/review';
import { defineUseCase } from '../define-use-case';

/** Accepted documents shown at most; the other lists are worked off. */
const pageSize = 500;

/** An answer to a honeypot is nobody's to review. */
const reviewable = ({ annotations, honeypots }: ReviewRow) =>
  annotations.filter(({ annotatorId }) => !honeypots.some((honeypot) => honeypot.annotatorId === annotatorId));

function toEntry(row: ReviewRow, rules: AssignmentRules): ReviewEntry {
  const handedIn = reviewable(row);
  return {
    documentId: row.id,
    documentName: row.name,
    kind: row.kind,
    wanted: wantedAnnotators(rules, row.id),
    openThreads: handedIn.reduce((sum, { threads }) => sum + threads.length, 0),
    annotations: handedIn.map((annotation) => ({
      annotationId: annotation.id,
      annotatorName: annotation.annotator.name,
      origin: annotation.origin,
      state: annotation.state,
      isAdjudicated: annotation.adjudicatedFrom.length > 0,
      submittedAt: annotation.submittedAt?.toISOString() ?? null,
    })),
  };
}

const stateOf = ({ annotations, wanted }: ReviewEntry): ReviewState | null =>
  reviewStateOf({
    hasGold: false,
    handedIn: annotations.map(({ state }) => state).filter((state): state is Exclude<AnnotationState, 'draft'> => state !== 'draft'),
    wanted,
  });

const lastSubmitted = ({ annotations }: ReviewEntry): string => annotations.at(-1)?.submittedAt ?? '';

/** Documents by their state in review; those that wait for a decision longest come first. */
export const listReviews = defineUseCase({
  name: 'list-reviews',
  access: { kind: 'project', permission: 'annotations.review' },
  input: z.object({ projectId: z.string(), state: z.enum(reviewStates).default('submitted') }),
  run: async (_actor, { projectId, state }) => {
    const [rules, rows, accepted] = await Promise.all([loadRules(projectId), findInReview(projectId), countAccepted(projectId)]);
    const open = rows
      .map((row) => toEntry(row, rules))
      .sort((a, b) => lastSubmitted(a).localeCompare(lastSubmitted(b)) || a.documentId.localeCompare(b.documentId));
    const inState = (asked: ReviewState): ReviewEntry[] => open.filter((entry) => stateOf(entry) === asked);
    const entries = state === 'accepted' ? (await findAccepted(projectId, pageSize)).map((row) => toEntry(row, rules)) : inState(state);
    const counts = {
      submitted: inState('submitted').length,
      waiting: inState('waiting').length,
      returned: inState('returned').length,
      accepted,
    };
    return { entries, counts };
  },
});
