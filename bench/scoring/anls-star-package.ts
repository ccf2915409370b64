import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The reference implementation of ANLS* on PyPI (Apache-2.0). */
export const anlsStarVersion = '1.0.1';

/**
 * A Python that has the package, in an environment under `folder` that is made
 * where it is not there.
 * @throws where it cannot be made
 */
export function pythonWithAnlsStar(python: string, folder: string): string {
  const venv = path.join(folder, `anls-star-${anlsStarVersion}`);
  const inVenv = path.join(venv, 'bin/python');
  const run = (program: string, args: readonly string[]): void => {
    const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  };
  if (!existsSync(inVenv)) run(python, ['-m', 'venv', venv]);
  run(inVenv, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `anls_star==${anlsStarVersion}`]);
  return inVenv;
}
