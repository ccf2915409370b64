import { addCounts, noLeaves, ratesOf } from '../../scoring/counts';
import { recordOf } from '../choices';
import { collapsedFields, type CollapsedField } from '../collapse';
import { greedyChoices } from '../greedy';
import type { PolicyModel } from '../model/policy-model';
import type { Lesson } from './lesson';

export interface Validation {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly collapsed: readonly CollapsedField[];
}

/** Micro-averaged score of a model's greedy records against gold; unscorable gold counts nowhere. */
export function validate({ network, weights }: PolicyModel, lessons: readonly Lesson[]): Validation {
  let counts = noLeaves;
  const pairs = lessons.map(({ document, gold, judge }) => {
    const predicted = recordOf(network.plan, document, greedyChoices(network, weights, document));
    const verdict = judge(predicted);
    if (verdict.kind === 'scored') counts = addCounts(counts, verdict);
    return { gold, predicted };
  });
  return { ...ratesOf(counts), collapsed: collapsedFields(network.plan, pairs) };
}
