import type { Leaf } from '../record/json';
import { formatPointer } from '../record/pointer';
import type { LeafSchema, RecordSchema, Severity } from '../schema/types';
import { normalForm, type RecordScoreInput, type Unscorable } from '../scoring';
import { compareTrees, type LeafComparison, type Segments } from '../scoring/compare-trees';
import { prepareGold, preparePrediction } from '../scoring/prepare-records';
import { pairAlikeRows } from './alike-rows';
import { isNearMiss } from './near-miss';
import { leafSchemaAt, severityOf } from './severity';
import { findWrongRows, rowOf } from './wrong-rows';

/**
 * What is wrong with a leaf. `near-miss`: the right text with wrong characters;
 * `wrong-row`: right in another row; `wrong-value`: something else;
 * `missing`: gold alone has a value here; `invented`: the prediction alone.
 */
export const errorTypes = ['near-miss', 'wrong-value', 'wrong-row', 'missing', 'invented'] as const;
export type ErrorType = (typeof errorTypes)[number];

export const leafVerdicts = ['right', ...errorTypes] as const;
export type LeafVerdict = (typeof leafVerdicts)[number];

/** JSON Pointers into gold. */
export interface RightfulPlace {
  readonly row: string;
  readonly leaf: string;
}

export interface TypedLeaf {
  /** `indicators[].result`. */
  readonly path: string;
  readonly goldPointer: string | null;
  readonly predictionPointer: string | null;
  /** Null where this side has nothing. */
  readonly gold: Leaf;
  readonly prediction: Leaf;
  readonly type: LeafVerdict;
  /** How much an error in this leaf weighs (`x-severity`), whether there is one or not. */
  readonly severity: Severity;
  /** For `wrong-row`: whose value it is. */
  readonly belongsTo: RightfulPlace | null;
}

export type TypedErrors = { readonly kind: 'typed'; readonly leaves: readonly TypedLeaf[] } | Unscorable;

function isMisspelt(gold: Leaf, prediction: Leaf, schema: LeafSchema | undefined): boolean {
  if (typeof gold !== 'string' || typeof prediction !== 'string') return false;
  // Another of the choices is another choice, not a slip.
  return !schema?.enum?.includes(prediction) && isNearMiss(normalForm(gold), normalForm(prediction));
}

function verdictOf({ gold, predicted, isMatch }: LeafComparison, home: Segments | undefined, schema: LeafSchema | undefined): LeafVerdict {
  if (isMatch) return 'right';
  if (!predicted) return 'missing';
  if (home) return 'wrong-row';
  if (!gold) return 'invented';
  return isMisspelt(gold.value, predicted.value, schema) ? 'near-miss' : 'wrong-value';
}

/**
 * Every non-empty leaf of gold and prediction with the type of its error
 * (`docs/metrics.md`, after CheXprompt, arXiv 2403.08002). Rows stand beside
 * those that the scorer pairs them with; rows that it leaves alone are paired by
 * `pairAlikeRows`. The `right` leaves are exactly the scorer's `matched`, leaves
 * with a gold pointer its |S_g|, those with a prediction pointer its |S_p|.
 */
export function typedErrors(input: Omit<RecordScoreInput, 'alpha'>): TypedErrors {
  const gold = prepareGold(input.gold, input.schema, input.requested);
  if (gold.kind === 'unscorable') return gold;
  const prediction = preparePrediction(input.prediction, input.schema);
  if (prediction.kind === 'unscorable') return prediction;
  const comparisons = compareTrees(gold.tree, prediction.tree, pairAlikeRows);
  const homes = findWrongRows(comparisons, input.schema);
  return { kind: 'typed', leaves: comparisons.map((comparison) => typedLeaf(comparison, homes.get(comparison), input.schema)) };
}

function typedLeaf(comparison: LeafComparison, home: Segments | undefined, schema: RecordSchema | undefined): TypedLeaf {
  const { path, gold, predicted } = comparison;
  const leafSchema = leafSchemaAt(schema, (gold ?? predicted)?.segments ?? []);
  return {
    path,
    goldPointer: gold && formatPointer(gold.segments),
    predictionPointer: predicted && formatPointer(predicted.segments),
    gold: gold?.value ?? null,
    prediction: predicted?.value ?? null,
    type: verdictOf(comparison, home, leafSchema),
    severity: severityOf(leafSchema),
    belongsTo: home ? { row: formatPointer(rowOf(home) ?? []), leaf: formatPointer(home) } : null,
  };
}
