import type { EvidenceBox } from '../record/evidence';
import { leavesChosen, recordOf, type ChosenLeaf } from './choices';
import { greedyChoices, type GreedyChoices } from './greedy';
import type { PolicyModel } from './model/policy-model';
import { prepareDocument } from './prepare';
import type { PolicyDocument, PolicyPrediction } from './types';

/** Reads one document: the record, where each leaf stands, how sure the policy is of it. */
export function predictRecord(model: PolicyModel, document: PolicyDocument): PolicyPrediction {
  const { network, weights } = model;
  const prepared = prepareDocument(network.plan, document);
  const choices = greedyChoices(network, weights, prepared);
  const evidence: Record<string, readonly EvidenceBox[]> = {};
  const confidence: Record<string, number> = {};
  for (const leaf of leavesChosen(network.plan, prepared, choices)) {
    evidence[leaf.pointer] = leaf.boxes;
    confidence[leaf.pointer] = confidenceOf(choices, leaf);
  }
  return { record: recordOf(network.plan, prepared, choices), evidence, confidence };
}

/** A cell is as sure as the least sure of its tokens. */
function confidenceOf(choices: GreedyChoices, { source }: ChosenLeaf): number {
  if (source.kind === 'scalar') return choices.scalarConfidence[source.field] ?? 0;
  const tokens = choices.tagConfidence[source.group];
  return source.tokens.reduce((least, token) => Math.min(least, tokens?.[token] ?? 0), 1);
}
