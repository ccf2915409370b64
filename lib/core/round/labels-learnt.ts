import { recipeSchema, warmStartLabels } from './recipe';

/** Labelled documents that a checkpoint has learnt from: the first warm start sees a few of the snapshot's. */
export function labelsLearnt(role: string, recipe: unknown, snapshotDocuments: number): number {
  if (role !== 'warm-start') return snapshotDocuments;
  return warmStartLabels(recipeSchema.parse(recipe), snapshotDocuments) ?? snapshotDocuments;
}
