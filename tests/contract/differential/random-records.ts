import type { Random } from '@/lib/core/random';
import type { FieldSchema, LeafSchema, RecordSchema } from '@/lib/core/schema/types';
import { nastyText, randomCells, randomLeaf, siblingOf, times, type Sketch } from './random-json';

/** Keys of JavaScript's own, whole numbers (walked first), and ones that paths and pointers must escape. */
const oddKeys = ['10', '2', '01', '4294967295', '__proto__', 'constructor', '', 'a.b', 'a[]', 'p~/', 'ﬁ', 'é', 'e\u0301'];
const surrogateKeys = ['😀', '\ud83d', '\ude00', '\ufb01'];
const plainKeys = ['p', 'q', 'r', 's'];

type ObjectSketch = Sketch & { readonly kind: 'object' };

const randomKey = (random: Random): string =>
  random.int(8) ? random.pick(plainKeys) : random.pick(random.int(3) ? oddKeys : surrogateKeys);

function randomValue(random: Random, depth: number): Sketch {
  const kind = random.int(10);
  if (depth <= 0 || kind < 6) return randomLeaf(random);
  return kind < 8 ? randomObject(random, depth - 1) : randomList(random, depth - 1);
}

function randomObject(random: Random, depth: number): ObjectSketch {
  return { kind: 'object', entries: times(random.int(5), () => [randomKey(random), randomValue(random, depth)]) };
}

/** Rows of few distinct cells, so that many pairings are equally good; nested ones among them. */
function randomList(random: Random, depth: number): Sketch {
  if (random.int(3) === 0) return { kind: 'list', rows: times(random.int(4), () => randomValue(random, depth)) };
  const cells = randomCells(1 + random.int(4), random);
  const columns = times(1 + random.int(3), () => randomKey(random));
  const isNested = random.int(3) === 0;
  const rows = times(random.int(random.int(6) ? 7 : 14), (): Sketch => {
    const entries = columns
      .filter(() => random.int(5) > 0)
      .map((column): readonly [string, Sketch] => [column, random.pick(cells)]);
    const inner: Sketch = { kind: 'list', rows: times(random.int(3), () => random.pick(cells)) };
    return { kind: 'object', entries: isNested && random.int(2) ? [...entries, ['inner', inner]] : entries };
  });
  return { kind: 'list', rows };
}

export const randomRecord = (random: Random): Sketch => {
  const kind = random.int(40);
  if (kind === 0) return randomLeaf(random);
  if (kind === 1) return randomList(random, 2);
  return randomObject(random, 3);
};

/** The same record after a model: leaves respelled or swapped, rows moved, keys lost, made up and doubled. */
export function disturbed(sketch: Sketch, random: Random): Sketch {
  if (random.int(25) === 0) return randomValue(random, 1);
  if (sketch.kind === 'leaf') {
    const kind = random.int(6);
    return kind < 3 ? sketch : kind < 5 ? siblingOf(sketch, random) : randomLeaf(random);
  }
  const isKept = (): boolean => random.int(8) > 0;
  if (sketch.kind === 'list') {
    const rows = sketch.rows.filter(isKept).map((row) => disturbed(row, random));
    const more = rows.length > 0 && random.int(3) === 0 ? [random.pick(rows), disturbed(random.pick(rows), random)] : [];
    return { kind: 'list', rows: random.int(2) ? random.shuffle([...rows, ...more]) : [...rows, ...more] };
  }
  const entries = sketch.entries
    .filter(isKept)
    .map(([key, value]): readonly [string, Sketch] => [key, disturbed(value, random)]);
  const more: (readonly [string, Sketch])[] = random.int(4) ? [] : [[randomKey(random), randomValue(random, 1)]];
  return { kind: 'object', entries: random.int(2) ? random.shuffle([...entries, ...more]) : [...entries, ...more] };
}

const randomRule = (random: Random): LeafSchema => {
  const rule = random.pick(['text', 'text-ci', 'number', undefined] as const);
  return { type: random.pick(['string', 'number']), ...(rule ? { 'x-match': rule } : {}) };
};

function schemaLike(sketch: Sketch, random: Random): FieldSchema {
  if (random.int(60) === 0) return randomRule(random);
  if (sketch.kind === 'leaf') return randomRule(random);
  if (sketch.kind === 'list') {
    const row = sketch.rows[0];
    return { type: 'array', items: row ? schemaLike(row, random) : randomRule(random) };
  }
  // Neither language reads a schema with keys that cannot stand in one.
  const entries = sketch.entries.filter(([key]) => key.trim() !== '' && !/^\d+$/.test(key) && key !== '__proto__');
  const kept = entries.filter(() => random.int(6) > 0);
  return { type: 'object', properties: Object.fromEntries(kept.map(([key, value]) => [key, schemaLike(value, random)])) };
}

/** A schema that fits the record more or less. */
export function randomSchema(sketch: Sketch, random: Random): RecordSchema {
  const schema = schemaLike(sketch, random);
  return schema.type === 'object' ? schema : { type: 'object', properties: { p: randomRule(random) } };
}

/** Some of the keys, or keys that nobody has. */
export const randomRequest = (random: Random): string[] =>
  times(random.int(4), () => (random.int(9) ? randomKey(random) : nastyText(random)));
