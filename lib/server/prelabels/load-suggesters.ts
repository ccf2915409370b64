import { whoSuggests, type Suggester } from '@/lib/core/prelabels/who-suggests';
import { findProject } from '../repositories/project';
import { findNewestPreLabelModel, type PreLabelModelRow } from '../repositories/pre-label-model';

export interface LoadedSuggesters {
  /** Best first. */
  readonly order: readonly Suggester[];
  /** Null where the project has or wants none. */
  readonly preLabelModel: PreLabelModelRow | null;
  readonly promotedCheckpointId: string | null;
}

/** Which models of the project suggest labels, as the rows have it now. */
export async function loadSuggesters(projectId: string): Promise<LoadedSuggesters> {
  const [project, newest] = await Promise.all([findProject(projectId), findNewestPreLabelModel(projectId)]);
  const promotedCheckpointId = project?.promotedCheckpointId ?? null;
  const preLabelModel = project?.preLabels ? newest : null;
  return { order: whoSuggests({ promotedCheckpointId, preLabelModel }), preLabelModel, promotedCheckpointId };
}
