import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseJson } from '@/lib/core/record/parse-json';
import type { Question } from './questions';

const trainerSources = fileURLToPath(new URL('../../../trainer/src', import.meta.url));

/**
 * Asks the trainer all questions in one process and gives its answers in order.
 * @param python a Python ≥ 3.11; the trainer needs nothing installed
 * @throws where the process fails or an answer is missing
 */
export function askPython(python: string, questions: readonly (Question | { readonly ask: 'sweep' })[]): unknown[] {
  const run = spawnSync(python, ['-m', 'hundredfold_trainer.scoring.differential'], {
    input: questions.map((question) => `${JSON.stringify(question)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, PYTHONPATH: trainerSources, PYTHONDONTWRITEBYTECODE: '1' },
  });
  const lines = run.stdout.split('\n').filter((line) => line !== '');
  if (run.status !== 0 || lines.length !== questions.length)
    throw new Error(`the trainer answered ${lines.length} of ${questions.length} questions: ${run.stderr.slice(-2000)}`);
  return lines.map((line) => {
    const parsed = parseJson(line);
    if (!parsed.ok) throw new Error(`an answer of the trainer is ${parsed.message}`);
    return parsed.value;
  });
}
