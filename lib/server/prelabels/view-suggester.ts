import type { SuggesterView } from '@/lib/core/prelabels/contract';
import { labelsUntilTraining } from '@/lib/core/prelabels/training-due';
import { microFigureSchema } from '../evaluation/stored-figures';
import { findSuggestingCheckpoint } from '../repositories/checkpoint';
import { findLabels } from '../repositories/label';
import { findNewestLearning, type PreLabelModelRow } from '../repositories/pre-label-model';
import { findProject } from '../repositories/project';
import { findNewestSchemaVersion } from '../repositories/schema-version';
import { describeCheckpoint, describePreLabelModel } from './describe-suggester';
import { loadSuggesters } from './load-suggesters';

async function labelsToGo(projectId: string): Promise<number | null> {
  const [project, version, newest, labels] = await Promise.all([
    findProject(projectId), findNewestSchemaVersion(projectId), findNewestLearning(projectId), findLabels(projectId),
  ]);
  return project?.preLabels && version ? labelsUntilTraining(labels.map(({ key }) => key), newest, version.id) : null;
}

function factsOf(model: PreLabelModelRow) {
  const micro = microFigureSchema.safeParse(model.micro);
  const figure = micro.success ? { f1: micro.data.f1, low: micro.data.low, high: micro.data.high, documents: model.validationDocuments } : null;
  return { model: describePreLabelModel(model), trainedAt: model.createdAt.toISOString(), figure };
}

/** Who suggests labels in the project now, and when the next pre-label model comes. */
export async function viewSuggester(projectId: string): Promise<SuggesterView> {
  const [{ order, preLabelModel }, toGo] = await Promise.all([loadSuggesters(projectId), labelsToGo(projectId)]);
  const [first] = order;
  if (first?.kind === 'pre-labels' && preLabelModel) return { ...factsOf(preLabelModel), labelsToGo: toGo };
  const checkpoint = first ? await findSuggestingCheckpoint(projectId, first.id) : null;
  return { model: checkpoint && describeCheckpoint(checkpoint), trainedAt: null, figure: null, labelsToGo: toGo };
}
