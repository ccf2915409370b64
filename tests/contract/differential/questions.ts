import { parseJson } from '@/lib/core/record/parse-json';
import { createRandom, type Random } from '@/lib/core/random';
import type { RecordSchema } from '@/lib/core/schema/types';
import { randomCompletion } from './random-completions';
import { nastyText, perhapsBroken, randomLeaf, spell, spellString, times, type Sketch } from './random-json';
import { disturbed, randomRecord, randomRequest, randomSchema } from './random-records';

interface Comparison {
  readonly schema?: RecordSchema;
  readonly alpha?: number;
  readonly requested?: readonly string[];
}
export interface RecordQuestion extends Comparison {
  readonly ask: 'record';
  /** JSON texts; none where the record is missing. */
  readonly gold?: string;
  readonly prediction?: string;
}
export interface CompletionQuestion extends Comparison {
  readonly ask: 'completion';
  readonly gold: string;
  readonly completion: string;
  readonly think: boolean;
}
export interface FilesQuestion extends Omit<Comparison, 'requested'> {
  readonly ask: 'files';
  readonly gold: readonly string[];
  readonly predictions: readonly string[];
  readonly completions: boolean;
  readonly think: boolean;
}
export interface LeafQuestion {
  readonly ask: 'leaf';
  /** JSON text of a leaf. */
  readonly text: string;
}
export type Question = RecordQuestion | CompletionQuestion | FilesQuestion | LeafQuestion;

function randomComparison(gold: Sketch, random: Random): Comparison {
  return {
    ...(random.int(2) ? { schema: randomSchema(gold, random) } : {}),
    ...(random.int(3) ? {} : { alpha: random.int(12) ? random.next() : random.pick([0, 1, -0.1, 1.5]) }),
    ...(random.int(6) ? {} : { requested: randomRequest(random) }),
  };
}

export function recordQuestion(random: Random): RecordQuestion {
  const gold = randomRecord(random);
  const prediction = random.int(12) ? disturbed(gold, random) : randomRecord(random);
  return {
    ask: 'record',
    ...(random.int(60) ? { gold: perhapsBroken(spell(gold, random), random) } : {}),
    ...(random.int(60) ? { prediction: perhapsBroken(spell(prediction, random), random) } : {}),
    ...randomComparison(gold, random),
  };
}

export function completionQuestion(random: Random): CompletionQuestion {
  const gold = randomRecord(random);
  const think = random.int(3) > 0;
  const answers = times(2, () => perhapsBroken(spell(disturbed(gold, random), random), random));
  return {
    ask: 'completion',
    gold: spell(gold, random),
    completion: randomCompletion(answers, think, random),
    think,
    ...randomComparison(gold, random),
  };
}

function perhapsOddLine(line: string, random: Random): string {
  if (random.int(10)) return line;
  return random.pick(['', ' \t', '\u00a0\ufeff', '\u0085', '[]', 'null', '{"id":1}', '{', `\ufeff${line}`, `${line}\r`, '[1e999]']);
}

/** Two small files: ids that repeat or have no partner, lines that are no JSON, requests that are no lists. */
export function filesQuestion(random: Random): FilesQuestion {
  const completions = random.int(2) === 0;
  const think = random.int(2) === 0;
  const documents = times(random.int(7), () => randomRecord(random));
  const id = (place: number): string => spellString(random.int(12) ? `d${place}` : random.pick(['d0', '2', '\ud83d']), random);
  const gold = documents.map((sketch, place) => {
    const requested = random.int(4) ? '' : `,"requested":${random.pick(['null', '["p","q"]', '[]', '[1]', '"p"', '{}'])}`;
    return `{"id":${id(place)}${random.int(15) ? `,"record":${spell(sketch, random)}` : ''}${requested}}`;
  });
  const predictions = documents.map((sketch, place) => {
    const answer = spell(disturbed(sketch, random), random);
    const completion = `"completion":${spellString(randomCompletion([answer], think, random), random)}`;
    const part = completions === random.int(15) > 0 ? completion : `"record":${answer}`;
    return `{"id":${id(place)}${random.int(15) ? `,${part}` : ''}}`;
  });
  const { schema, alpha } = randomComparison(documents[0] ?? { kind: 'object', entries: [] }, random);
  return {
    ask: 'files',
    gold: gold.map((line) => perhapsOddLine(line, random)),
    predictions: predictions.map((line) => perhapsOddLine(line, random)),
    completions,
    think,
    ...(schema ? { schema } : {}),
    ...(alpha === undefined ? {} : { alpha }),
  };
}

export function leafQuestion(random: Random): LeafQuestion {
  const leaf = randomLeaf(random);
  const isBare = leaf.kind === 'leaf' && parseJson(leaf.literal).ok && random.int(3) > 0;
  return { ask: 'leaf', text: isBare ? leaf.literal : spellString(nastyText(random, 14), random) };
}

/** Nested as deep as is allowed and one deeper, in every place where depth is counted. */
export function deepQuestions(): Question[] {
  const nested = (levels: number, inside = '"a"'): string =>
    `{"p":${'['.repeat(levels - 1)}${inside}${']'.repeat(levels - 1)}}`;
  const pairs = [499, 500, 501].flatMap((gold) => [499, 500, 501].map((prediction) => [nested(gold), nested(prediction)] as const));
  return [
    ...pairs.map(([gold, prediction]): RecordQuestion => ({ ask: 'record', gold, prediction })),
    { ask: 'record', gold: nested(400, '"a",["b"]'), prediction: nested(400, '["b"],"c"') },
    { ask: 'completion', gold: nested(500), completion: `<answer>${nested(500)}</answer>`, think: false },
    { ask: 'completion', gold: nested(2), completion: `<answer>{"p":"${'['.repeat(600)}"}</answer>`, think: false },
    { ask: 'completion', gold: nested(2), completion: `${'<think>'.repeat(2000)}${'<answer>'.repeat(2000)}`, think: true },
  ];
}

/** The same questions for the same seed. */
export function randomQuestions(seed: number, counts: Readonly<Record<'records' | 'completions' | 'files' | 'leaves', number>>): Question[] {
  const random = createRandom(seed);
  return [
    ...times(counts.records, () => recordQuestion(random)),
    ...times(counts.completions, () => completionQuestion(random)),
    ...times(counts.files, () => filesQuestion(random)),
    ...times(counts.leaves, () => leafQuestion(random)),
  ];
}
