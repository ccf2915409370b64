import type { SuggestingModel } from '@/lib/core/annotation/suggesting-model';
import { labelsLearnt } from '@/lib/core/round/labels-learnt';
import type { findSuggestingCheckpoint } from '../repositories/checkpoint';
import type { PreLabelModelRow } from '../repositories/pre-label-model';

export type SuggestingCheckpoint = NonNullable<Awaited<ReturnType<typeof findSuggestingCheckpoint>>>;

/** A checkpoint as the source of suggestions. */
export const describeCheckpoint = ({ number, name, role, round }: Pick<SuggestingCheckpoint, 'number' | 'name' | 'role' | 'round'>): SuggestingModel => ({
  kind: 'checkpoint',
  number,
  title: name,
  labels: round?.snapshot ? labelsLearnt(role, round.recipe, round.snapshot.documentCount) : null,
});

export const describePreLabelModel = ({ number, labels }: Pick<PreLabelModelRow, 'number' | 'labels'>): SuggestingModel => ({
  kind: 'pre-labels', number, title: null, labels,
});
