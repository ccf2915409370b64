import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { isAppError } from '@/lib/core/errors/app-error';
import { type AnyUseCase, type VisitorKind, actorFor, collectUseCases, readAccessTable, visitors, writeAccessTable } from '@/scripts/access-table';
import { createPerson, createProject } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const documented = readFileSync('docs/access.md', 'utf8');
const table = readAccessTable(documented);
const useCases = await collectUseCases();

/** One person for each visitor who is signed in. */
const userIds = new Map<VisitorKind, string>();

beforeAll(async () => {
  await createTestDatabase();
  for (const kind of visitors) userIds.set(kind, (await createPerson({ name: `Visitor ${kind}` })).userId);
});

/** "forbidden", "unauthenticated", or "let in" for whatever else comes of a call with next to no input. */
async function outcomeOf(useCase: AnyUseCase, kind: VisitorKind, projectId: string): Promise<string> {
  const actor = actorFor(kind, userIds.get(kind) ?? '', projectId);
  try {
    await useCase(actor, useCase.access.kind === 'project' ? { projectId } : {});
  } catch (error) {
    if (isAppError(error) && (error.code === 'forbidden' || error.code === 'unauthenticated')) return error.code;
  }
  return 'let in';
}

describe('docs/access.md', () => {
  it('is the table of the use cases that there are (npm run access-table)', () => {
    expect(documented).toBe(writeAccessTable(useCases));
  });
});

describe.each([...useCases])('%s', (name, useCase) => {
  const projectId = `p-${name.replaceAll(/[^a-z]+/g, '-')}`.slice(0, 48);
  const row = table.get(name);

  it('lets in whom the table names, and nobody else', async () => {
    await createProject(projectId);
    const expected: Record<string, string> = {};
    const found: Record<string, string> = {};
    for (const kind of visitors) {
      const isLetIn = row?.[kind] ?? false;
      expected[kind] = isLetIn ? 'let in' : kind === 'unsigned' ? 'unauthenticated' : 'forbidden';
      found[kind] = await outcomeOf(useCase, kind, projectId);
    }
    expect(found).toEqual(expected);
  });
});

describe.each([...useCases].filter(([, { access }]) => access.kind === 'project'))('%s', (_name, useCase) => {
  it('gives nothing for a role in another project', async () => {
    const actor = actorFor('project admin', userIds.get('lead') ?? '', 'another-project');
    await expect(useCase(actor, { projectId: 'p' })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
