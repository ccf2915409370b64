import type { LeafSchema, RecordSchema } from '../schema/types';
import { leafPlacesOf } from '../schema/schema-at';
import { normalForm, readNumber, type Interval } from '../scoring';
import type { LeafNode, TreeNode } from '../scoring/leaf-tree';
import { prepareGold } from '../scoring/prepare-records';
import { forEachUnit, type LeafUnit } from './agreement-units';
import { shareInterval, type EqualPairs } from './share-interval';
import { cohensKappa } from './kappa';
import { intervalAlpha, nominalAlpha, type Unit } from './krippendorff';

export interface AgreementInput {
  /**
   * For each document the record of every annotator, always in the same order;
   * undefined for one who did not label it.
   */
  readonly documents: Iterable<readonly unknown[]>;
  readonly schema: RecordSchema;
}

export interface FieldAgreement {
  /** `indicators[].result`. */
  readonly path: string;
  /** Places that two annotators or more looked at; "nothing is there" is an answer. */
  readonly units: number;
  /** Share of the pairs of answers that are equal under the leaf's `x-match`, 0–1; null without pairs. */
  readonly shareEqual: number | null;
  /** 95 % interval of that share, by the bootstrap over documents; null for fewer than two documents with pairs. */
  readonly interval: Interval | null;
  /** Cohen's κ: two annotators, enums and booleans; else null, and where nothing varies. */
  readonly kappa: number | null;
  /** Krippendorff's α; null where nothing varies. */
  readonly alpha: number | null;
  /** `interval` for numbers, where answers that are none count as missing; else `nominal`. */
  readonly level: 'nominal' | 'interval';
}

export interface Agreement {
  /** In the order of the schema. */
  readonly fields: readonly FieldAgreement[];
  /** Records that cannot be compared, taken as not labelled; places count from 0. */
  readonly leftOut: readonly { readonly document: number; readonly annotator: number; readonly reason: string }[];
}

/** Equal leaves have equal answers; no leaf has an empty key, so "" is free for "nothing is there". */
const answersOf = (unit: LeafUnit): Unit<string> => unit.map((leaf) => (leaf === undefined ? null : (leaf?.key ?? '')));

const numberOf = (leaf: LeafNode | null | undefined): number | null => (leaf ? readNumber(normalForm(leaf.value)) : null);

const isNumeric = (leaf: LeafSchema): boolean =>
  leaf.type === 'number' || leaf.type === 'integer' || leaf['x-match'] === 'number';

/** Equal pairs of answers among all pairs of one place. */
function pairsOf(answers: Unit<string>): EqualPairs {
  const given = answers.filter((answer) => answer !== null);
  const equal = given.reduce((sum, answer, i) => sum + given.slice(i + 1).filter((other) => other === answer).length, 0);
  return { equal, all: (given.length * (given.length - 1)) / 2 };
}

/** Sums of the pairs by document. */
function byDocument(pairs: readonly EqualPairs[], documents: readonly number[]): EqualPairs[] {
  const sums = new Map<number, EqualPairs>();
  pairs.forEach(({ equal, all }, at) => {
    const sum = sums.get(documents[at] ?? 0);
    sums.set(documents[at] ?? 0, { equal: equal + (sum?.equal ?? 0), all: all + (sum?.all ?? 0) });
  });
  return [...sums.values()];
}

/** @param documents the document of each unit */
function fieldAgreement(path: string, leaf: LeafSchema, units: readonly LeafUnit[], documents: readonly number[], annotators: number): FieldAgreement {
  const answers = units.map(answersOf);
  const counted = answers.map(pairsOf);
  const pairs = counted.filter(({ all }) => all > 0);
  const all = pairs.reduce((sum, pair) => sum + pair.all, 0);
  const isChoice = leaf.enum !== undefined || leaf.type === 'boolean';
  const twos = answers.flatMap(([a, b]): [string, string][] => (typeof a === 'string' && typeof b === 'string' ? [[a, b]] : []));
  const level = isNumeric(leaf) ? 'interval' : 'nominal';
  return {
    path,
    units: pairs.length,
    shareEqual: all === 0 ? null : pairs.reduce((sum, { equal }) => sum + equal, 0) / all,
    interval: shareInterval(byDocument(counted, documents)),
    kappa: isChoice && annotators === 2 ? cohensKappa(twos).kappa : null,
    alpha: (level === 'interval' ? intervalAlpha(units.map((unit) => unit.map(numberOf))) : nominalAlpha(answers)).alpha,
    level,
  };
}

/**
 * How far annotators agree, field by field (`docs/metrics.md`). Rows stand side
 * by side as the scorer pairs them; a row that one annotator lacks is an answer
 * of nothing in each of its fields.
 */
export function agreement({ documents, schema }: AgreementInput): Agreement {
  const unitsByPath = new Map<string, { readonly units: LeafUnit[]; readonly documents: number[] }>(
    leafPlacesOf(schema).map(({ path }) => [path, { units: [], documents: [] }]),
  );
  const leftOut: Agreement['leftOut'][number][] = [];
  let [document, annotators] = [0, 0];
  for (const records of documents) {
    const trees = records.map((record, annotator): TreeNode | null | undefined => {
      if (record === undefined) return undefined;
      const prepared = prepareGold(record, schema, undefined);
      if (prepared.kind === 'prepared') return prepared.tree;
      leftOut.push({ document, annotator, reason: prepared.reason });
      return undefined;
    });
    forEachUnit(schema, trees, (path, unit) => {
      const found = unitsByPath.get(path);
      found?.units.push(unit);
      found?.documents.push(document);
    });
    annotators = Math.max(annotators, records.length);
    document++;
  }
  const fields = leafPlacesOf(schema).map(({ path, schema: leaf }) => {
    const { units, documents: of } = unitsByPath.get(path) ?? { units: [], documents: [] };
    return fieldAgreement(path, leaf, units, of, annotators);
  });
  return { fields, leftOut };
}
