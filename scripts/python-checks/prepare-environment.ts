import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findPython } from './find-python';

export type Environment =
  | { readonly kind: 'ready'; readonly python: string }
  /** The machine lacks what is needed; `reason` says what. */
  | { readonly kind: 'lacking'; readonly reason: string }
  | { readonly kind: 'broken'; readonly detail: string };

const pythonOf = (folder: string): string =>
  process.platform === 'win32' ? path.join(folder, 'Scripts/python.exe') : path.join(folder, 'bin/python');

const unreachable = /NewConnectionError|Max retries|ConnectTimeout|ProxyError|Name or service not known|name resolution|Network is unreachable/;

interface Outcome {
  readonly isDone: boolean;
  readonly said: string;
}

/** @param isShown what it prints goes to the terminal as it comes; only what it complains of is kept. */
function run(program: string, args: readonly string[], isShown = false): Outcome {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', isShown ? process.stderr : 'pipe', 'pipe'],
  });
  return { isDone: status === 0, said: `${stdout ?? ''}${stderr ?? ''}`.trim() };
}

/** What goes into an environment, and where it is made. */
export interface Ingredients {
  /** Absolute. */
  readonly folder: string;
  /** What pip is given, call after call, from the project's folder. */
  readonly installs: readonly (readonly string[])[];
}

/** What the environment is made of: another project file or another Python makes another one. */
function ingredients(python: string, { installs }: Ingredients): string {
  const { said } = run(python, ['-c', 'import sys; print(sys.version, sys.executable)']);
  return createHash('sha256').update(readFileSync('trainer/pyproject.toml')).update(said).update(JSON.stringify(installs)).digest('hex');
}

/**
 * What pip takes first: torch by itself, so that a CPU build that pip finds (`find-links`, a mirror) is kept by
 * what needs torch. `HUNDREDFOLD_TORCH_INDEX` names an index of CPU builds; without either, Linux gets PyPI's build
 * for NVIDIA GPUs, which works without one and is some gigabytes larger.
 */
function torchFirst(): readonly string[] {
  const pinned = /"(torch==[^"]+)"/.exec(readFileSync('trainer/pyproject.toml', 'utf8'))?.[1] ?? 'torch';
  const index = process.env['HUNDREDFOLD_TORCH_INDEX'];
  return index === undefined ? [pinned] : ['--index-url', index, pinned];
}

/** The trainer with all that training takes, for the GPU worker. */
export const forTraining = (folder: string): Ingredients => ({ folder, installs: [torchFirst(), ['--editable', 'trainer[gpu]']] });

/** The trainer with all that its tests train with, and its own tools: tests, types, style. */
const forChecks = (): Ingredients => ({
  folder: path.resolve('.data/python/venv'),
  installs: [torchFirst(), ['--editable', 'trainer[dev,gpu,ray]']],
});

const markerOf = (venv: string): string => path.join(venv, '.made-from');
const asideOf = (venv: string): string => `${venv}.before`;

function isMadeFrom(recipe: Ingredients, python: string): boolean {
  const marker = markerOf(recipe.folder);
  return existsSync(marker) && readFileSync(marker, 'utf8') === ingredients(python, recipe);
}

/** Whether there is an environment that was made for another version of the trainer or of Python. */
export function isOutdated(recipe: Ingredients): boolean {
  const python = findPython();
  return python !== null && existsSync(markerOf(recipe.folder)) && !isMadeFrom(recipe, python);
}

/** Fills an empty place; the marker comes last. */
function make(python: string, recipe: Ingredients, isShown: boolean): Environment {
  const { folder: venv, installs } = recipe;
  const made = run(python, ['-m', 'venv', venv]);
  if (!made.isDone) return { kind: 'lacking', reason: `${python} has no working venv module (Debian and Ubuntu: apt install python3-venv)` };
  const inVenv = pythonOf(venv);
  const pip = ['-m', 'pip', 'install', ...(isShown ? [] : ['--quiet']), '--disable-pip-version-check', '--no-input'];
  for (const wanted of installs) {
    const installed = run(inVenv, [...pip, ...wanted], isShown);
    if (!installed.isDone && unreachable.test(installed.said))
      return { kind: 'lacking', reason: 'the package index of Python cannot be reached' };
    if (!installed.isDone) return { kind: 'broken', detail: installed.said };
  }
  writeFileSync(markerOf(venv), ingredients(python, recipe));
  return { kind: 'ready', python: inVenv };
}

/**
 * A virtual environment with the trainer, made where it is not there or no longer
 * fits. Takes packages from PyPI alone. One that was there before stays where the
 * new one cannot be made. Run from the project's folder.
 * @param isShown lets the terminal see how far pip is.
 */
export function prepareEnvironment(recipe: Ingredients = forChecks(), isShown = false): Environment {
  const { folder: venv } = recipe;
  const python = findPython();
  if (!python) return { kind: 'lacking', reason: 'no Python 3.11 or newer was found (HUNDREDFOLD_PYTHON may name one)' };
  if (isMadeFrom(recipe, python) && run(pythonOf(venv), ['--version']).isDone) return { kind: 'ready', python: pythonOf(venv) };
  const aside = asideOf(venv);
  // What lies aside was whole; what lies in its place was being made when somebody pressed Ctrl-C.
  if (existsSync(aside)) rmSync(venv, { recursive: true, force: true });
  else if (existsSync(markerOf(venv))) renameSync(venv, aside);
  else rmSync(venv, { recursive: true, force: true });
  const made = make(python, recipe, isShown);
  if (made.kind !== 'ready' && existsSync(aside)) {
    rmSync(venv, { recursive: true, force: true });
    renameSync(aside, venv);
  }
  rmSync(aside, { recursive: true, force: true });
  return made;
}
