import { agreement } from '../metrics/agreement';
import type { JsonObject } from '../record/json';
import type { RecordSchema } from '../schema/types';
import { createTally, intervalOf, ratesOf, scoreRecord } from '../scoring';
import type { AgreementView, LeafAgreement } from './contract';

export interface LabelledDocument {
  readonly id: string;
  /** What people handed in, first submission first. */
  readonly sides: readonly { readonly annotatorId: string; readonly record: JsonObject }[];
  readonly gold: JsonObject | null;
}

interface AgreementInput {
  readonly documents: readonly LabelledDocument[];
  readonly schema: RecordSchema;
  readonly names: ReadonlyMap<string, string>;
  /** Only what these two say of the documents that both labelled; everybody where not given. */
  readonly pair?: readonly [string, string] | undefined;
}

type Compared = { readonly id: string; readonly a: JsonObject; readonly b: JsonObject };

/** F1 of one side against the other: the share of equal leaves, whichever side is called gold. */
function leafAgreement(compared: readonly Compared[], schema: RecordSchema): LeafAgreement | null {
  const tally = createTally();
  for (const { id, a, b } of compared) {
    const score = scoreRecord({ gold: a, prediction: b, schema });
    if (score.kind === 'scored') tally.add(id, score);
  }
  if (tally.documents() === 0) return null;
  return { documents: tally.documents(), f1: ratesOf(tally.all.total).f1, ...intervalOf(tally.all) };
}

const recordOf = ({ sides }: LabelledDocument, annotatorId: string): JsonObject | undefined =>
  sides.find((side) => side.annotatorId === annotatorId)?.record;

function comparedBy(documents: readonly LabelledDocument[], a: string, b: string): Compared[] {
  return documents.flatMap((document) => {
    const [left, right] = [recordOf(document, a), recordOf(document, b)];
    return left && right ? [{ id: document.id, a: left, b: right }] : [];
  });
}

/** How far annotators agree: by field, by pair, and each with gold after review. */
export function agreementView({ documents, schema, names, pair }: AgreementInput): AgreementView {
  const people = [...new Set(documents.flatMap(({ sides }) => sides.map(({ annotatorId }) => annotatorId)))].sort();
  const nameOf = (id: string): string => names.get(id) ?? 'somebody';
  const several = documents.filter(({ sides }) => sides.length > 1);
  const looked = pair
    ? comparedBy(several, ...pair).map(({ a, b }) => [a, b])
    : several.map(({ sides }) => sides.map(({ record }) => record));
  const fields = agreement({ documents: looked, schema });
  const pairs = people.flatMap((a, at) =>
    people.slice(at + 1).flatMap((b) => {
      const found = leafAgreement(comparedBy(several, a, b), schema);
      return found ? [{ ...found, annotatorIds: [a, b] as const, names: [nameOf(a), nameOf(b)] as const }] : [];
    }),
  );
  const annotators = people.map((annotatorId) => {
    const own = documents.flatMap((document) => {
      const record = recordOf(document, annotatorId);
      return record ? [{ id: document.id, a: document.gold, b: record }] : [];
    });
    const reviewed = own.filter((one): one is Compared => one.a !== null);
    return { annotatorId, name: nameOf(annotatorId), handedIn: own.length, withGold: leafAgreement(reviewed, schema) };
  });
  return { documents: looked.length, fields: fields.fields, pairs, annotators, leftOut: fields.leftOut.length };
}
