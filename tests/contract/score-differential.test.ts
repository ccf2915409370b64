import { describe, expect, it } from 'vitest';
import { createRandom } from '@/lib/core/random';
import { equalityKey, normalForm } from '@/lib/core/scoring';
import { findPython } from '@/scripts/python-checks/find-python';
import { answer } from './differential/answer';
import { askPython } from './differential/ask-python';
import { differences } from './differential/differences';
import { countFeatures } from './differential/features';
import { knownTexts } from './differential/known-texts';
import { deepQuestions, randomQuestions, type Question } from './differential/questions';
import { bigTableQuestions, tieQuestions } from './differential/table-questions';

const python = findPython();
/** `HUNDREDFOLD_SEED` asks other questions. */
const seed = Number(process.env['HUNDREDFOLD_SEED'] ?? 20_250_613);

async function compare(questions: readonly Question[]): Promise<string[]> {
  const answers = askPython(python as string, questions);
  const found: string[] = [];
  for (const [place, question] of questions.entries()) {
    const parted = differences(await answer(question), answers[place]);
    if (parted.length > 0) found.push(`${JSON.stringify(question)}\n  ${parted.join('\n  ')}`);
  }
  return found;
}

interface Sweep {
  readonly version: string;
  readonly changed: Readonly<Record<string, readonly string[]>>;
  readonly unassigned: readonly (readonly [number, number])[];
}

const pair = python ? 'the workbench and the trainer' : 'the workbench and the trainer (no Python 3.11 or newer here)';

const counts = { records: 5000, completions: 5000, files: 500, leaves: 4000 };

describe('the random questions', () => {
  it('meet all that the two languages treat differently by nature', () => {
    const found = countFeatures(randomQuestions(seed, counts));
    for (const [feature, count] of Object.entries(found)) expect(count, feature).toBeGreaterThan(20);
  });
});

describe.skipIf(!python)(pair, { timeout: 300_000 }, () => {
  it('agree on random records, completions, files and leaves', async () => {
    const questions = randomQuestions(seed, counts);
    const found = await compare(questions);
    expect(found.slice(0, 5), `${found.length} of ${questions.length} answers differ`).toEqual([]);
  });

  it('agree on nesting as deep as is allowed and one deeper', async () => {
    expect(await compare(deepQuestions())).toEqual([]);
  });

  it('agree on which of two equally good rows is taken', async () => {
    expect(await compare(tieQuestions())).toEqual([]);
  });

  it('agree on big tables of ties, with lists of lists in their rows', async () => {
    expect(await compare(bigTableQuestions(seed, 120))).toEqual([]);
  });

  it('agree on every code point that both know, alone and in texts', async () => {
    const [sweep] = askPython(python as string, [{ ask: 'sweep' }]) as [Sweep];
    const assigned = /\P{Unassigned}/u;
    const isKnown = (point: number): boolean =>
      assigned.test(String.fromCodePoint(point)) && !sweep.unassigned.some(([from, to]) => point >= from && point <= to);
    const found: string[] = [];
    for (let point = 0; point <= 0x10ffff; point++) {
      const char = String.fromCodePoint(point);
      const ours = [normalForm(char), equalityKey(char, 'text-ci')];
      const theirs = sweep.changed[point] ?? [char, char];
      if (ours[0] === theirs[0] && ours[1] === theirs[1]) continue;
      if (isKnown(point)) found.push(`U+${point.toString(16)}: ${ours} ≠ ${theirs}`);
    }
    expect(found).toEqual([]);
    expect(await compare(knownTexts(4000, isKnown, createRandom(seed)))).toEqual([]);
  });
});
