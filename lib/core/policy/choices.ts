import type { EvidenceBox } from '../record/evidence';
import type { JsonObject, Leaf } from '../record/json';
import { formatPointer } from '../record/pointer';
import type { Candidate } from './candidates/candidates';
import { setAt, type Draft } from './fields/paths';
import type { FieldPlan } from './fields/plan';
import { valueOfText } from './fields/values';
import { boxesOf, indicesOf } from './layout/text';
import type { PreparedDocument } from './prepare';
import { assembleRows, rowRecord, valuesOfRow } from './rows/tags';

/** One completion of the policy: what each head chose. */
export interface Choices {
  /** Candidate of each scalar field. */
  readonly scalars: ArrayLike<number>;
  /** Tag of each token, by row group. */
  readonly tags: readonly Uint8Array[];
}

/** The record that the choices spell; an absent leaf has no key. */
export function recordOf(plan: FieldPlan, document: PreparedDocument, choices: Choices): JsonObject {
  const draft: Draft = {};
  plan.scalars.forEach((field, f) => {
    const candidate = document.candidates[choices.scalars[f] ?? 0] as Candidate;
    const value = candidate.parts.length === 0 ? null : valueOfText(field.leaf, candidate.text);
    if (value !== null) setAt(draft, field.path, value);
  });
  plan.groups.forEach((group, g) => {
    const rows = assembleRows(choices.tags[g] ?? [], group.columns.length)
      .map((row) => valuesOfRow(row, group, document.layout.tokens))
      .filter((values) => values.length > 0)
      .map((values) => rowRecord(values, group));
    setAt(draft, group.path, rows as readonly Leaf[]);
  });
  return draft as JsonObject;
}

export interface ChosenLeaf {
  readonly pointer: string;
  readonly boxes: readonly EvidenceBox[];
  /** Scalar field, or row group and tokens: whose choice it was. */
  readonly source:
    | { readonly kind: 'scalar'; readonly field: number }
    | { readonly kind: 'row'; readonly group: number; readonly tokens: readonly number[] };
}

/** The leaves of `recordOf`, each with where it stands and which head chose it. */
export function leavesChosen(
  plan: FieldPlan,
  document: PreparedDocument,
  choices: Choices,
): readonly ChosenLeaf[] {
  const { tokens } = document.layout;
  const scalars = plan.scalars.flatMap(({ path, leaf }, field): ChosenLeaf[] => {
    const { parts, text } = document.candidates[choices.scalars[field] ?? 0] as Candidate;
    if (parts.length === 0 || valueOfText(leaf, text) === null) return [];
    const boxes = boxesOf(tokens, indicesOf(parts));
    return [{ pointer: formatPointer(path), boxes, source: { kind: 'scalar', field } }];
  });
  const cells = plan.groups.flatMap((group, g): ChosenLeaf[] =>
    assembleRows(choices.tags[g] ?? [], group.columns.length)
      .map((row) => valuesOfRow(row, group, tokens))
      .filter((values) => values.length > 0)
      .flatMap((values, r) =>
        values.map(({ column, tokens: cell }) => ({
          pointer: formatPointer([...group.path, r, ...(group.columns[column]?.path ?? [])]),
          boxes: boxesOf(tokens, cell),
          source: { kind: 'row' as const, group: g, tokens: cell },
        })),
      ),
  );
  return [...scalars, ...cells];
}
