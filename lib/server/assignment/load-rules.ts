import type { AssignmentRules } from '@/lib/core/assignment/rules';
import { AppError } from '@/lib/core/errors/app-error';
import { findProject } from '../repositories/project';

export interface ProjectRules extends AssignmentRules {
  /** Whether what is submitted waits for a reviewer. */
  readonly isReviewed: boolean;
}

/** @throws AppError `not-found` where there is no such project. */
export async function loadRules(projectId: string): Promise<ProjectRules> {
  const project = await findProject(projectId);
  if (!project) throw new AppError('not-found', `There is no project "${projectId}".`);
  const { overlapShare, overlapAnnotators, honeypotShare, reviewRequired } = project;
  return { overlapShare, overlapAnnotators, honeypotShare, isReviewed: reviewRequired };
}
