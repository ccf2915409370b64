import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { leashImport } from './leash-import';
import type { LogFile } from './log-file';

/** What the production build is made from. */
const sources = [
  'app', 'components', 'messages', 'lib', 'public', 'instrumentation.ts', 'next.config.js', 'postcss.config.mjs',
  'tsconfig.json', 'package-lock.json',
];

function listFiles(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => listFiles(path.join(place, entry.name)));
}

function hashSources(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of sources.flatMap((source) => listFiles(path.join(root, source)))) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * Makes the production build where the sources are not those of the one there.
 * @returns whether it was made now.
 * @throws Error with the last lines of `next build`.
 */
export async function ensureBuild(root: string, env: Readonly<Record<string, string>>, log: LogFile): Promise<boolean> {
  const marker = path.join(root, '.next', 'made-from');
  const madeFrom = hashSources(root);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === madeFrom) return false;
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, ['--import', leashImport, next, 'build'], {
    cwd: root,
    env: { ...env, NODE_ENV: 'production' },
    // On the leash: a build whose supervisor is gone must not write over the next one's.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', log.write);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The pages could not be built. The last lines (all in ${log.path}):\n${log.tail()}`);
  writeFileSync(marker, madeFrom);
  return true;
}
