import { findCandidates, type Candidate } from './candidates/candidates';
import { candidateFeatures, type CandidateFeatures } from './features/candidate-features';
import { columnNameCodes, scalarNameCodes } from './features/name-matches';
import { tokenFeatures, type TokenFeatures } from './features/token-features';
import { traitsOf } from './features/traits';
import type { FieldPlan } from './fields/plan';
import { valueOfText } from './fields/values';
import { layOut } from './layout/layout';
import type { Layout } from './layout/types';
import type { PolicyDocument } from './types';

/** A document read once: everything that the heads ask of it. */
export interface PreparedDocument {
  readonly id: string;
  readonly layout: Layout;
  readonly candidates: readonly Candidate[];
  readonly candidateFeatures: CandidateFeatures;
  /** Null where the schema has no list to read. */
  readonly tokenFeatures: TokenFeatures | null;
  /** How well labels name the keys: see `name-matches`. */
  readonly scalarNames: readonly Uint8Array[];
  readonly columnNames: readonly Uint8Array[];
  /** By scalar field: 1 where the candidate can be a value of the leaf's type; null: all can. */
  readonly allowed: readonly (Uint8Array | null)[];
}

/** Lays out, finds candidates and features; some tens of milliseconds a document. */
export function prepareDocument(plan: FieldPlan, document: PolicyDocument): PreparedDocument {
  const layout = layOut(document.pages);
  const candidates = plan.scalars.length > 0 ? findCandidates(layout) : [{ parts: [], text: '' }];
  const traits = layout.tokens.map(traitsOf);
  return {
    id: document.id,
    layout,
    candidates,
    candidateFeatures: candidateFeatures(layout, traits, candidates),
    tokenFeatures: plan.groups.length > 0 ? tokenFeatures(layout, traits) : null,
    scalarNames: scalarNameCodes(plan, layout, traits, candidates),
    columnNames: columnNameCodes(plan, layout, traits),
    allowed: plan.scalars.map(({ leaf }) => {
      if (leaf.type === 'string' && !leaf.enum) return null;
      return Uint8Array.from(candidates, ({ text, parts }) =>
        Number(parts.length === 0 || valueOfText(leaf, text) !== null),
      );
    }),
  };
}
