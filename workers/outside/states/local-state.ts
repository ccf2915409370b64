import { link, mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

export interface LocalFile {
  /** Below the run folder. */
  readonly name: string;
  readonly bytes: number;
}

/** A state of the run folder, with what else a trainer on another disk needs to go on from it. */
export interface LocalState {
  readonly step: number;
  readonly files: readonly LocalFile[];
}

const stepOf = (name: string): number | null => {
  const found = /^step-(\d+)$/.exec(name);
  return found ? Number(found[1]) : null;
};

/** The step of the newest whole state; 0 where there is none. */
export async function newestStep(folder: string): Promise<number> {
  const names = await readdir(path.join(folder, 'state')).catch(() => []);
  return Math.max(0, ...names.flatMap((name) => stepOf(name) ?? []));
}

async function filesBelow(folder: string, place: string): Promise<LocalFile[]> {
  const names = await readdir(path.join(folder, place), { recursive: true, withFileTypes: true });
  return Promise.all(
    names
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const file = path.join(parentPath, name);
        return { name: path.relative(folder, file), bytes: (await stat(file)).size };
      }),
  );
}

async function fileIfThere(folder: string, name: string): Promise<LocalFile[]> {
  const found = await stat(path.join(folder, name)).catch(() => null);
  return found ? [{ name, bytes: found.size }] : [];
}

/** The stages before (a resumed run begins after them) and, of the steps, the checkpoint that is the best so far. */
async function checkpointsToKeep(folder: string, f1ByStep: ReadonlyMap<number, number>): Promise<string[]> {
  const names = (await readdir(path.join(folder, 'checkpoints')).catch(() => [])).filter((name) => !name.startsWith('.'));
  const f1Of = (name: string): number => f1ByStep.get(stepOf(name) ?? -1) ?? -1;
  const steps = names.filter((name) => stepOf(name) !== null).sort((a, b) => f1Of(b) - f1Of(a) || (stepOf(b) ?? 0) - (stepOf(a) ?? 0));
  return [...names.filter((name) => stepOf(name) === null), ...steps.slice(0, 1)];
}

/** The state of that step and what belongs to it. @throws ENOENT where the trainer has removed it meanwhile. */
export async function lookAtState(folder: string, step: number, f1ByStep: ReadonlyMap<number, number>): Promise<LocalState> {
  const folders = [...(await checkpointsToKeep(folder, f1ByStep)).map((name) => `checkpoints/${name}`), `state/step-${step}`];
  const files = await Promise.all([
    ...folders.map((place) => filesBelow(folder, place)),
    fileIfThere(folder, 'pass-rates.json'),
    fileIfThere(folder, 'state/pass-rates-at-start.json'),
  ]);
  return { step, files: files.flat() };
}

/**
 * Holds the files under second names, so that a trainer that removes older
 * states does not take them away while they travel.
 */
export async function holdFiles(folder: string, { files }: LocalState, aside: string): Promise<void> {
  await rm(aside, { recursive: true, force: true });
  for (const { name } of files) {
    await mkdir(path.dirname(path.join(aside, name)), { recursive: true });
    await link(path.join(folder, name), path.join(aside, name));
  }
}
