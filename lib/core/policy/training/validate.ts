import type { JsonObject } from '../../record/json';
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

/**
 * Micro-averaged score of a model's greedy records against gold; unscorable
 * gold counts nowhere. Yields after each document.
 */
export function* validate(
  { network, weights }: PolicyModel,
  lessons: readonly Lesson[],
): Generator<undefined, Validation> {
  let counts = noLeaves;
  const pairs: { readonly gold: JsonObject; readonly predicted: JsonObject }[] = [];
  for (const { document, gold, judge } of lessons) {
    const predicted = recordOf(network.plan, document, greedyChoices(network, weights, document));
    const verdict = judge(predicted);
    if (verdict.kind === 'scored') counts = addCounts(counts, verdict);
    pairs.push({ gold, predicted });
    yield;
  }
  return { ...ratesOf(counts), collapsed: collapsedFields(network.plan, pairs) };
}
