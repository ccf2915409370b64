/** Fewer labels than this suggest more that is wrong than right. */
export const firstLabels = 12;
/** So many new labels make a new model worth its seconds. */
const fewestNew = 8;
/** Beyond 80 labels a model waits for this share of new ones, so that all its trainings together stay short. */
const newShare = 0.1;

/** What a pre-label model learnt from. */
export interface LearntFrom {
  readonly schemaVersionId: string;
  /** Names of labels, each with its revision: a corrected label is a new one. */
  readonly labelKeys: readonly string[];
}

/** How many labels are still to come until the next training; 0 where it is due. */
export function labelsUntilTraining(labelKeys: readonly string[], newest: LearntFrom | null, schemaVersionId: string): number {
  const missing = Math.max(0, firstLabels - labelKeys.length);
  // Another schema asks for other keys: the old model would suggest what nobody asks.
  if (newest === null || newest.schemaVersionId !== schemaVersionId) return missing;
  const known = new Set(newest.labelKeys);
  const fresh = labelKeys.filter((key) => !known.has(key)).length;
  const wanted = Math.max(fewestNew, Math.ceil(newest.labelKeys.length * newShare));
  return Math.max(missing, wanted - fresh);
}

/** Whether there are labels enough, and new ones enough since the newest model. */
export const isTrainingDue = (labelKeys: readonly string[], newest: LearntFrom | null, schemaVersionId: string): boolean =>
  labelsUntilTraining(labelKeys, newest, schemaVersionId) === 0;
