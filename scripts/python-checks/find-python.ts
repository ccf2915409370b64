import { spawnSync } from 'node:child_process';

/** `HUNDREDFOLD_PYTHON` first, then what people call Python. */
const candidates = [
  process.env['HUNDREDFOLD_PYTHON'],
  'python3',
  'python3.14',
  'python3.13',
  'python3.12',
  'python3.11',
  'python',
];

const isNewEnough = 'import sys; sys.exit(sys.version_info < (3, 11))';

/** A Python ≥ 3.11 that runs; null where this machine has none. */
export function findPython(): string | null {
  const runs = (name: string): boolean => spawnSync(name, ['-c', isNewEnough], { stdio: 'ignore' }).status === 0;
  return candidates.find((name) => name !== undefined && runs(name)) ?? null;
}
