import { createRandom, type Random } from '@/lib/core/random';
import type { RecordQuestion } from './questions';
import { times } from './random-json';

type Cell = string | readonly Cell[] | { readonly [key: string]: Cell };

/**
 * Two gold rows that are equally good for the predicted one, each by another
 * field: which is taken follows from their order, by code unit and not by code point.
 */
export function tieQuestions(): RecordQuestion[] {
  const rows = (first: string, second: string): string =>
    JSON.stringify({ t: [{ p: first, q: 'a', r: 'c' }, { p: second, q: 'd', r: 'b' }] });
  const prediction = JSON.stringify({ t: [{ q: 'a', r: 'b' }] });
  const names = ['😀', '\ue000', '\ufffd', '\ud83d', 'z', '\u0001', '"', '\\'];
  return names.flatMap((first) =>
    names.map((second): RecordQuestion => ({ ask: 'record', gold: rows(first, second), prediction })),
  );
}

/** Makes rows of one kind; `values` are few, so that most pairings have equals. */
type MakeRow = (values: readonly string[], random: Random) => Cell;

const flat: MakeRow = (values, random) =>
  Object.fromEntries([...'pqrs'].slice(0, 1 + random.int(4)).map((key) => [key, random.pick(values)]));
const rowKinds: readonly MakeRow[] = [
  flat,
  (values, random) => random.pick(values),
  (values, random) => ({ p: random.pick(values), inner: flat(values, random) }),
  (values, random) => ({ p: random.pick(values), list: times(random.int(4), () => flat(values, random)) }),
  (values, random) => times(random.int(4), () => random.pick(values)),
  (values, random) => times(random.int(3), () => ({ list: times(random.int(3), () => [random.pick(values), flat(values, random)]) })),
];

/** Names of which the order differs between code units and code points. */
const names = ['a', 'b', '😀', '\ue000', '\ud83d', 'é', '"', '10', '9'];

/** Tables of up to 90 rows full of ties, with lists of lists in their rows: too many pairs for any shortcut. */
export function bigTableQuestions(seed: number, count: number): RecordQuestion[] {
  const random = createRandom(seed);
  return times(count, (place): RecordQuestion => {
    const makeRow = rowKinds[place % rowKinds.length] as MakeRow;
    const values = random.shuffle(names).slice(0, 2 + random.int(names.length - 1));
    const gold = times(20 + random.int(70), () => makeRow(values, random));
    const kept = random.shuffle(gold).filter(() => random.int(4) > 0);
    const prediction = [...kept, ...times(random.int(60), () => makeRow(values, random))];
    return { ask: 'record', gold: JSON.stringify({ t: gold }), prediction: JSON.stringify({ t: prediction }) };
  });
}
