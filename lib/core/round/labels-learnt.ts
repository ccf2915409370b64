import { recipeSchema } from './recipe';

/** Labelled documents that a checkpoint has learnt from: the first warm start sees a few of the snapshot's. */
export function labelsLearnt(role: string, recipe: unknown, snapshotDocuments: number): number {
  if (role !== 'warm-start') return snapshotDocuments;
  const parsed = recipeSchema.parse(recipe);
  return 'warmStartDocuments' in parsed ? Math.min(parsed.warmStartDocuments, snapshotDocuments) : snapshotDocuments;
}
