import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** From the project's folder, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** What it imports: a file of the project by its path, anything else as written. */
  readonly imports: readonly string[];
}

const rooms = ['app', 'components', 'messages', 'lib', 'workers', 'scripts', 'tests', 'bench'];
const skipped = new Set(['node_modules', 'generated', 'output', 'results', '.next', '.data']);

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listFiles(place);
    return /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [place] : [];
  });
}

const importPattern = /(?:\bfrom\s+|\bimport\s+|\bimport\()\s*'([^']+)'/g;

/** The project file that an import names; null for packages and for files that are no code. */
function resolveImport(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), specifier)
      : null;
  if (base === null) return null;
  const endings = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx'];
  return endings.map((ending) => base + ending).find((candidate) => known.has(candidate)) ?? null;
}

/** Every file of code in the rooms, with what it imports (types too). */
export function readSources(): readonly SourceFile[] {
  const paths = rooms.flatMap(listFiles);
  const known = new Set(paths);
  return paths.map((file) => {
    const text = readFileSync(file, 'utf8');
    const specifiers = [...text.matchAll(importPattern)].map(([, specifier = '']) => specifier);
    return {
      path: file,
      text,
      lines: text.split('\n').length,
      imports: specifiers.map((specifier) => resolveImport(file, specifier, known) ?? specifier),
    };
  });
}

/** Groups of files that import each other round in a circle (Tarjan's strongly connected components). */
export function findCycles(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const graph = new Map(files.map((file) => [file.path, file.imports] as const));
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (node: string): void => {
    order.set(node, order.size);
    low.set(node, order.get(node) ?? 0);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!graph.has(next)) continue;
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(node) !== order.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1 || graph.get(node)?.includes(node)) cycles.push(group.toSorted());
  };
  for (const file of files) if (!order.has(file.path)) visit(file.path);
  return cycles;
}
