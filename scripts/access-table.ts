import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { z } from 'zod';
import { type Actor, permissions, roles } from '@/lib/core/access/roles';
import type { UseCase } from '@/lib/server/use-cases/define-use-case';

export type AnyUseCase = UseCase<z.ZodType, unknown>;

const isUseCase = (value: unknown): value is AnyUseCase => typeof value === 'function' && 'useCaseName' in value;

/** Everything below lib/server/use-cases that is a use case, by area and name. */
export async function collectUseCases(): Promise<ReadonlyMap<string, AnyUseCase>> {
  const root = path.join(process.cwd(), 'lib', 'server', 'use-cases');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).sort();
  const found = new Map<string, AnyUseCase>();
  for (const file of files) {
    const module = (await import(pathToFileURL(path.join(root, file)).href)) as Record<string, unknown>;
    for (const value of Object.values(module).filter(isUseCase)) {
      found.set(`${path.dirname(file).replaceAll('\\', '/')}/${value.useCaseName}`, value);
    }
  }
  return found;
}

/** The visitors of the table, in the order of its columns. */
export const visitors = ['unsigned', 'no role', 'annotator', 'reviewer', 'lead', 'project admin', 'workbench admin'] as const;
export type VisitorKind = (typeof visitors)[number];

/** The actor that such a visitor is in the project. */
export function actorFor(kind: VisitorKind, userId: string, projectId: string): Actor | null {
  if (kind === 'unsigned') return null;
  const role = kind === 'project admin' ? 'admin' : roles.find((candidate) => candidate === kind);
  return { userId, isAdmin: kind === 'workbench admin', roles: role ? { [projectId]: [role] } : {} };
}

function isAllowedByTable(useCase: AnyUseCase, kind: VisitorKind): boolean {
  const { access } = useCase;
  if (kind === 'unsigned') return false;
  if (access.kind === 'worker') return false;
  if (kind === 'workbench admin' || access.kind === 'signed-in') return true;
  if (access.kind === 'admin') return false;
  const role = kind === 'project admin' ? 'admin' : kind;
  return permissions[access.permission].some((candidate) => candidate === role);
}

const asks = ({ access }: AnyUseCase): string =>
  ({ project: () => (access.kind === 'project' ? access.permission : ''), admin: () => 'workbench admin', 'signed-in': () => 'signed in', worker: () => "a worker's token" })[
    access.kind
  ]();

const mark = { yes: 'yes', no: '·' } as const;

/** `docs/access.md`, from the code. */
export function writeAccessTable(useCases: ReadonlyMap<string, AnyUseCase>): string {
  const rows = [...useCases].map(([name, useCase]) => [
    name,
    asks(useCase),
    ...visitors.map((kind) => (isAllowedByTable(useCase, kind) ? mark.yes : mark.no)),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    '# Who may do what',
    '',
    'Made from the code by `npm run access-table`; `tests/access` calls every use case as every visitor and holds the two together.',
    'A visitor with several roles in a project may do what any of them may. A role in one project gives nothing in another.',
    '',
    line(['use case', 'asks for', ...visitors]),
    line(['---', '---', ...visitors.map(() => ':-:')]),
    ...rows.map(line),
    '',
  ].join('\n');
}

/** The cells of the table in `docs/access.md`: use case → visitor → allowed. */
export function readAccessTable(text: string): ReadonlyMap<string, Readonly<Record<VisitorKind, boolean>>> {
  const rows = text.split('\n').filter((line) => /^\| [a-z-]+\/[a-z-]+ \|/.test(line));
  return new Map(
    rows.map((row) => {
      const [name = '', , ...cells] = row.split('|').slice(1, -1).map((cell) => cell.trim());
      const allowed = Object.fromEntries(visitors.map((kind, index) => [kind, cells[index] === mark.yes]));
      return [name, allowed as Record<VisitorKind, boolean>] as const;
    }),
  );
}
