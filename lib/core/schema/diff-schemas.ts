import { canonicalFieldText } from './canonical-text';
import { formatAddress, placesOf, propertyOf, type FieldPlace, type SchemaAddress } from './schema-at';
import { isLeafSchema, isObjectSchema, type FieldSchema, type RecordSchema } from './types';

export type SchemaChangeKind =
  | 'added'
  | 'removed'
  | 'moved'
  | 'renamed'
  | 'reordered'
  | 'type'
  | 'enum'
  | 'match'
  | 'phi'
  | 'severity'
  | 'description';

export interface SchemaChange {
  readonly kind: SchemaChangeKind;
  /** Path in the new schema; for `removed` in the old one. */
  readonly path: string;
  readonly address: SchemaAddress;
  /** Where it stood before, for `moved` and `renamed`. */
  readonly from?: { readonly path: string; readonly address: SchemaAddress };
  /** One sentence: what it means for annotations that exist. */
  readonly meaning: string;
}

/** Two places of one field in the two versions. */
interface Kept {
  readonly before: FieldPlace;
  readonly after: FieldPlace;
}

const parentOf = (address: SchemaAddress): string => JSON.stringify(address.slice(0, -1));
const idOf = (address: SchemaAddress): string => JSON.stringify(address);

type PlacesById = ReadonlyMap<string, FieldPlace>;

/**
 * Keys that the other version lacks while it has the object around them: what
 * is below goes with them, and where the object itself became something else
 * that change says it all.
 */
function loneKeys(places: PlacesById, others: PlacesById): FieldPlace[] {
  const isObject = (of: PlacesById, id: string): boolean => of.get(id)?.schema.type === 'object';
  return [...places.values()].filter(
    ({ address }) =>
      address.length > 0 &&
      !others.has(idOf(address)) &&
      isObject(places, parentOf(address)) &&
      isObject(others, parentOf(address)),
  );
}

/** Alike but for descriptions: what a rename or a move leaves as it was. */
const isAlike = (a: FieldSchema, b: FieldSchema): boolean =>
  canonicalFieldText(a, { descriptions: false }) === canonicalFieldText(b, { descriptions: false });

const indexIn = (schema: RecordSchema, address: SchemaAddress): number =>
  placesOf(schema)
    .filter((place) => parentOf(place.address) === parentOf(address) && place.address.length === address.length)
    .findIndex((place) => idOf(place.address) === idOf(address));

interface Paired {
  readonly kind: 'moved' | 'renamed';
  readonly from: FieldPlace;
  readonly to: FieldPlace;
}

/**
 * Guesses which removed key is which added one: the same name elsewhere is a
 * move; under the same parent, alike, and with the same place or description,
 * is a rename.
 */
function pairUp(before: RecordSchema, after: RecordSchema, removed: FieldPlace[], added: FieldPlace[]): Paired[] {
  const pairs: Paired[] = [];
  const take = (kind: Paired['kind'], fits: (from: FieldPlace, to: FieldPlace) => boolean): void => {
    for (const from of [...removed]) {
      const to = added.find((candidate) => fits(from, candidate));
      if (!to) continue;
      pairs.push({ kind, from, to });
      removed.splice(removed.indexOf(from), 1);
      added.splice(added.indexOf(to), 1);
    }
  };
  const isSibling = (from: FieldPlace, to: FieldPlace): boolean =>
    parentOf(from.address) === parentOf(to.address) && isAlike(from.schema, to.schema);
  take('moved', (from, to) => from.address.at(-1) === to.address.at(-1) && isAlike(from.schema, to.schema));
  take(
    'renamed',
    (from, to) =>
      isSibling(from, to) &&
      from.schema.description !== undefined &&
      from.schema.description === to.schema.description,
  );
  take(
    'renamed',
    (from, to) => isSibling(from, to) && indexIn(before, from.address) === indexIn(after, to.address),
  );
  return pairs;
}

function keywordChanges({ before, after }: Kept): SchemaChange[] {
  const [a, b] = [before.schema, after.schema];
  const changes: SchemaChange[] = [];
  const note = (kind: SchemaChangeKind, meaning: string): void =>
    void changes.push({ kind, path: after.path, address: after.address, meaning });
  if (a.type !== b.type) note('type', typeMeaning(a, b));
  if (isLeafSchema(a) && isLeafSchema(b)) {
    if (JSON.stringify(a.enum) !== JSON.stringify(b.enum))
      note('enum', 'Values stay as they are; those that the new choice does not have are marked for a look.');
    if ((a['x-match'] ?? 'text') !== (b['x-match'] ?? 'text'))
      note('match', 'Values stay as they are; scores under this version can differ from earlier ones.');
    if ((a['x-phi'] ?? false) !== (b['x-phi'] ?? false))
      note(
        'phi',
        b['x-phi']
          ? 'Values stay as they are and are hidden from logs and lists from now on.'
          : 'Values stay as they are and are no longer hidden from logs and lists.',
      );
    if ((a['x-severity'] ?? 'significant') !== (b['x-severity'] ?? 'significant'))
      note('severity', `Values and scores stay as they are; an error here counts as ${b['x-severity'] ?? 'significant'} from now on.`);
  }
  if ((a.description ?? '') !== (b.description ?? ''))
    note('description', 'Values stay as they are; the prompt of coming rounds changes.');
  return changes;
}

function typeMeaning(a: FieldSchema, b: FieldSchema): string {
  if (isLeafSchema(a) && isLeafSchema(b))
    return 'Values stay as they are; those of another type are marked for a look.';
  if (b.type === 'array' && a.type !== 'array')
    return 'The value of each annotation becomes the first row of the list.';
  if (a.type === 'array' && b.type !== 'array')
    return 'Where a list has one row, it becomes the value; longer lists are set aside and can be looked up.';
  return 'Values do not fit any more: they are set aside and can be looked up.';
}

/** Objects whose common keys stand in another order. */
function orderChange({ before, after }: Kept): SchemaChange[] {
  if (!isObjectSchema(before.schema) || !isObjectSchema(after.schema)) return [];
  const [a, b] = [before.schema, after.schema];
  const old = Object.keys(a.properties).filter((key) => propertyOf(b, key));
  const now = Object.keys(b.properties).filter((key) => propertyOf(a, key));
  if (old.every((key, i) => key === now[i])) return [];
  const meaning = 'Values stay as they are; the order of the fields and of the prompt changes.';
  return [{ kind: 'reordered', path: after.path, address: after.address, meaning }];
}

const pairMeaning = ({ kind, from, to }: Paired): string =>
  kind === 'moved'
    ? `Values and their boxes move from ${from.path} to ${to.path} where the lists around them allow it; ` +
      'others are set aside.'
    : `Taken for a new name of ${from.path}: values and their boxes are carried over.`;

/**
 * What changed from one version to the next, with one sentence each on what it
 * means for annotations that exist. Renames are a guess from place, form and
 * description; `migrateRecord` follows the same list.
 */
export function diffSchemas(before: RecordSchema, after: RecordSchema): SchemaChange[] {
  const old: PlacesById = new Map(placesOf(before).map((place) => [idOf(place.address), place]));
  const now: PlacesById = new Map(placesOf(after).map((place) => [idOf(place.address), place]));
  const removed = loneKeys(old, now);
  const added = loneKeys(now, old);
  const pairs = pairUp(before, after, removed, added);
  const kept = [...old.values()].flatMap<Kept>((place) => {
    const same = now.get(idOf(place.address));
    return same ? [{ before: place, after: same }] : [];
  });
  return [
    ...pairs.map((pair): SchemaChange => {
      const from = { path: formatAddress(pair.from.address), address: pair.from.address };
      return { kind: pair.kind, path: pair.to.path, address: pair.to.address, from, meaning: pairMeaning(pair) };
    }),
    ...removed.map(
      ({ path, address }): SchemaChange => ({
        kind: 'removed',
        path,
        address,
        meaning: 'Values are set aside with their boxes; nothing is deleted, and they can be looked up.',
      }),
    ),
    ...added.map(
      ({ path, address }): SchemaChange => ({
        kind: 'added',
        path,
        address,
        meaning: 'Annotations do not have it yet: it is empty until somebody fills it.',
      }),
    ),
    ...kept.flatMap(keywordChanges),
    ...kept.flatMap(orderChange),
    ...pairs.flatMap(({ from, to }) => keywordChanges({ before: from, after: to })),
  ];
}
