/**
 * Speaks the trainer's half of docs/run-folder.md to be measured: lines at
 * uneven times, each `log` stamped with the moment at which it was said, among
 * metrics and rollouts as a real step has them. Ends with exit code 2: there is
 * no checkpoint to keep.
 */
import { setTimeout as delay } from 'node:timers/promises';

const [command] = process.argv.slice(2);
if (command === 'presets') {
  process.stdout.write('{}\n');
  process.exit(0);
}
const lines = Number(process.env.STAMPED_LINES ?? '300');
const emit = (event) => process.stdout.write(`${JSON.stringify({ at: Date.now(), ...event })}\n`);
const metrics = { reward: 1.5, rewardFormat: 1, rewardMatching: 0.5, precision: 0.5, recall: 0.5, zeroVariance: 0.25, unscorable: 0 };

emit({ type: 'started', plannedSteps: lines, resumedFrom: null });
for (let step = 1; step <= lines; step += 1) {
  // From 60 to 400 ms, uneven but the same in every run.
  await delay(60 + ((step * 137) % 341));
  emit({ type: 'metrics', step, metrics });
  for (let group = 0; group < 4; group += 1) {
    emit({ type: 'rollout', step, documentId: 'none', completion: '{"name":"Ann Lee"}', reward: 1.5, advantage: 0.1, group });
  }
  emit({ type: 'progress', phase: 'training', step, plannedSteps: lines, secondsLeft: null });
  emit({ type: 'log', level: 'info', message: `stamped ${Date.now()}` });
}
emit({ type: 'failed', code: 'bad-input', reason: 'all lines are said' });
process.exit(2);
