import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import type { CheckpointFigures, LearningFigures } from './figures';

const percent = (share: number): string => (share * 100).toFixed(1);
const withInterval = ({ value, low, high }: CheckpointFigures['f1']): string => `${percent(value)} (${percent(low)} to ${percent(high)})`;

function reportOf({ before, after, reward, seconds }: LearningFigures): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;
  const steps = reward.filter(({ step }) => step === 1 || step % 5 === 0);
  return `# A tiny model that learns on a CPU

${new Date().toISOString().slice(0, 10)}, ${machine}. Written by \`npm run verify:full\` (\`tests/learning\`).

The model has about a million random parameters and was taught by the trainer's own supervised stages to read slips (80×48 pixels, three fields) and then to leave most fields empty. GRPO has only to mend that habit: it does not teach reading here, and this says nothing of real documents or of large models. One seed.

Held out: ${after.documents} slips of the test split, never trained on. Intervals are 95 %, bootstrapped by document.

| | all fields exact, % | F1, % |
|---|---|---|
| before (one step that changes nothing) | ${withInterval(before.exact)} | ${withInterval(before.f1)} |
| after GRPO | ${withInterval(after.exact)} | ${withInterval(after.f1)} |

| step | ${steps.map(({ step }) => step).join(' | ')} |
|---|${steps.map(() => '--:|').join('')}
| mean reward, 0 to 2 | ${steps.map((one) => one.reward.toFixed(2)).join(' | ')} |

| part | seconds |
|---|--:|
${Object.entries(seconds).map(([part, took]) => `| ${part} | ${took.toFixed(0)} |`).join('\n')}

Seconds are by the clock, and others used the machine meanwhile where it was not idle.
`;
}

/** Keeps the figures for people to look at: tests/e2e/output/learning-cpu.md, not in the repository. */
export async function writeReport(figures: LearningFigures): Promise<void> {
  const folder = path.join('tests', 'e2e', 'output');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'learning-cpu.md'), reportOf(figures));
}
