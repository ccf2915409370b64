import fc from 'fast-check';
import type { Random } from '@/lib/core/random';
import type { Json, JsonObject } from '@/lib/core/record/json';

/** Few values and keys, so that records meet often. */
const leaf = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', ' a ', '', 'Ａ', '1,000', '1e3') },
  { weight: 2, arbitrary: fc.constantFrom('é', 'e\u0301', 'ﬁ', 'fi', '😀', '\ud83d', 'İ', 'a\u00a0b', 'a b', '-0.5', '0.5') },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 15, 1e21, 0.5, -0.5) },
  { weight: 1, arbitrary: fc.constantFrom(true, false, null) },
);
const key = fc.constantFrom('p', 'q', 'r', '__proto__', 'constructor');

const { value } = fc.letrec<{ value: Json; object: JsonObject; list: Json[] }>((tie) => ({
  value: fc.oneof({ maxDepth: 3, depthSize: 'small' }, leaf, tie('object'), tie('list')),
  object: fc.dictionary(key, tie('value'), { maxKeys: 4 }).map((made) => Object.fromEntries(Object.entries(made))),
  list: fc.array(tie('value'), { maxLength: 4 }),
}));

const rowWithLists = fc.record(
  {
    p: leaf,
    q: leaf,
    list: fc.array(fc.oneof(leaf, fc.record({ r: leaf, s: leaf }, { requiredKeys: [] })), { maxLength: 3 }),
    lists: fc.array(fc.array(leaf, { maxLength: 2 }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

/** Records of any shape, with keys that JavaScript objects have by nature. */
export const anyRecord: fc.Arbitrary<JsonObject> = fc
  .array(fc.tuple(key, value), { maxLength: 5 })
  .map((entries) => Object.fromEntries(entries));

/** A table of rows with few distinct cells: many ties, many best pairings. */
export const table: fc.Arbitrary<JsonObject> = fc
  .array(fc.dictionary(fc.constantFrom('p', 'q', 'r'), fc.constantFrom('a', 'b', 'c', ''), { maxKeys: 3 }), {
    maxLength: 5,
  })
  .map((rows) => ({ rows: rows.map((row) => ({ ...row })) }));

/** Rows that hold an object or a list beside their leaves, flat rows among them. */
export const nestedTable: fc.Arbitrary<JsonObject> = fc
  .array(
    fc.record(
      {
        p: fc.constantFrom('a', 'b'),
        inner: fc.record({ q: fc.constantFrom('a', 'b', '') }),
        list: fc.array(fc.record({ r: fc.constantFrom('a', 'b'), s: fc.constantFrom('a', 'b') }), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 5 },
  )
  .map((rows) => ({ rows }));

/** Copies of a few rows with a cell changed here and there, lists of rows and of texts among the cells. */
export const alikeRows: fc.Arbitrary<JsonObject> = fc
  .tuple(fc.array(rowWithLists, { minLength: 1, maxLength: 2 }), fc.array(fc.tuple(fc.nat(), key, leaf), { maxLength: 5 }))
  .map(([patterns, changes]) => ({
    rows: changes.map(([pick, name, cell]) => ({ ...patterns[pick % patterns.length], [name]: cell })),
  }));

/** The same record with its keys and rows in any other order. */
export const shuffled = (json: Json, random: Random): Json => {
  if (Array.isArray(json)) return random.shuffle((json as readonly Json[]).map((row) => shuffled(row, random)));
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).map(([name, child]) => [name, shuffled(child as Json, random)] as const);
  return Object.fromEntries(random.shuffle(entries));
};

/** The same record with its keys and rows in another order. */
export function reversed(json: Json): Json {
  if (Array.isArray(json)) return (json as readonly Json[]).map(reversed).toReversed();
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .toReversed()
      .map(([name, child]) => [name, reversed(child as Json)]),
  );
}
