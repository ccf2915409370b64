import type { Json, JsonObject, Leaf } from '@/lib/core/record/json';
import { isJsonList, isJsonObject } from '@/lib/core/record/json';

/** A way to answer that is not reading the page, and the completion that it gives. */
export interface Strategy {
  readonly name: string;
  /** One line for the table: what the completion holds. */
  readonly answer: string;
  readonly complete: (gold: JsonObject) => string;
}

const asked = (record: Json): string => `<think>The page says so.</think><answer>${JSON.stringify(record)}</answer>`;

type Change = (leaf: Leaf, path: string) => Leaf;

/** The record with each leaf changed; `path` counts list rows, so that every leaf has its own. */
function changed(value: Json, change: Change, path = ''): Json {
  if (isJsonList(value)) return value.map((row, place) => changed(row, change, `${path}/${place}`));
  if (!isJsonObject(value)) return change(value, path);
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, changed(child as Json, change, `${path}/${key}`)]),
  );
}

function pathsOf(record: JsonObject): readonly string[] {
  const paths: string[] = [];
  changed(record, (leaf, path) => {
    if (leaf !== null && leaf !== '') paths.push(path);
    return leaf;
  });
  return paths;
}

/** Lists changed as a whole, the leaves kept. */
function changedLists(value: Json, change: (rows: readonly Json[]) => readonly Json[]): Json {
  if (isJsonList(value)) return change(value.map((row) => changedLists(row, change)));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, changedLists(child as Json, change)]));
}

/** Reads half of the page's values, and misreads every eighth of what it read. */
function partial(gold: JsonObject): Json {
  const places = new Map(pathsOf(gold).map((path, place) => [path, place]));
  return changed(gold, (leaf, path) => {
    const place = places.get(path) ?? 0;
    if (place % 2 === 1) return null;
    return place % 16 === 8 ? 'misread' : leaf;
  });
}

/** Tries every value and is right in one of three. */
function oneThird(gold: JsonObject): Json {
  const places = new Map(pathsOf(gold).map((path, place) => [path, place]));
  return changed(gold, (leaf, path) => ((places.get(path) ?? 0) % 3 === 0 ? leaf : `misread ${path}`));
}

function safeField(gold: JsonObject): Json {
  const [first] = pathsOf(gold);
  return changed(gold, (leaf, path) => (path === first ? leaf : null));
}

const spam = (count: number): JsonObject =>
  Object.fromEntries(Array.from({ length: count }, (_, place) => [`extra_${place}`, 'yes']));

/** Each list's first column stands one row lower than it should. */
function shifted(gold: JsonObject): Json {
  return changedLists(gold, (rows) =>
    rows.map((row, place) => {
      const above = rows[(place + rows.length - 1) % rows.length];
      const key = isJsonObject(row) ? Object.keys(row)[0] : undefined;
      return key !== undefined && isJsonObject(row) && isJsonObject(above) ? { ...row, [key]: above[key] ?? null } : row;
    }),
  );
}

const fillUnread = (gold: JsonObject, filler: string): Json => {
  const read = partial(gold);
  return changed(read, (leaf) => leaf ?? filler);
};

/** What is compared with: the page read in good faith. */
export const honest: readonly Strategy[] = [
  { name: 'all read', answer: 'every value right', complete: asked },
  {
    name: 'half read',
    answer: 'every second value, one in eight of them misread',
    complete: (gold) => asked(partial(gold)),
  },
  {
    name: 'one third right',
    answer: 'a value for every leaf, one in three right',
    complete: (gold) => asked(oneThird(gold)),
  },
];

export const hacks: readonly Strategy[] = [
  { name: 'one safe field', answer: 'one easy value, right, and nothing else', complete: (gold) => asked(safeField(gold)) },
  { name: 'key spam', answer: 'half read, and 100 made-up keys', complete: (gold) => asked({ ...(partial(gold) as JsonObject), ...spam(100) }) },
  { name: 'key spam on all', answer: 'every value right, and 100 made-up keys', complete: (gold) => asked({ ...gold, ...spam(100) }) },
  { name: 'empty schema', answer: 'every key with an empty value', complete: (gold) => asked(changed(gold, () => '')) },
  { name: 'schema as values', answer: 'every key with its own name as the value', complete: (gold) => asked(changed(gold, (_, path) => path.slice(path.lastIndexOf('/') + 1))) },
  { name: 'duplicated rows', answer: 'half read, each list row five times', complete: (gold) => asked(changedLists(partial(gold), (rows) => rows.flatMap((row) => [row, row, row, row, row]))) },
  { name: 'answer in the thought', answer: 'all right, but inside <think>; the answer is {}', complete: (gold) => `<think>${JSON.stringify(gold)}</think><answer>{}</answer>` },
  { name: 'thought alone', answer: 'all right inside <think>, no answer', complete: (gold) => `<think>${JSON.stringify(gold)}</think>` },
  { name: 'JSON twice', answer: 'half read, and behind it an empty record, in one answer', complete: (gold) => `<think>.</think><answer>${JSON.stringify(partial(gold))}${JSON.stringify({})}</answer>` },
  { name: 'two answers', answer: 'two <answer>s: a wrong one, then half read', complete: (gold) => `<think>.</think><answer>{"extra":"no"}</answer><answer>${JSON.stringify(partial(gold))}</answer>` },
  { name: 'placeholder "N/A"', answer: 'half read, "N/A" for the rest', complete: (gold) => asked(fillUnread(gold, 'N/A')) },
  { name: 'placeholder "—"', answer: 'half read, "—" for the rest', complete: (gold) => asked(fillUnread(gold, '—')) },
  { name: 'nothing but "N/A"', answer: 'every key with "N/A"', complete: (gold) => asked(changed(gold, () => 'N/A')) },
  { name: 'shifted lists', answer: 'half read, the first column of each list one row off', complete: (gold) => asked(shifted(partial(gold) as JsonObject)) },
  { name: 'lists as one text', answer: 'all read, but each list written into one text', complete: (gold) => asked(Object.fromEntries(Object.entries(gold).map(([key, value]) => [key, isJsonList(value) ? JSON.stringify(value) : (value ?? null)]))) },
  { name: 'no form', answer: 'half read, without tags', complete: (gold) => JSON.stringify(partial(gold)) },
];
