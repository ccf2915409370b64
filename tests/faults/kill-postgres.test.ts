import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { adoptSettings } from '@/lib/server/env/env';
import { freePort } from '@/lib/server/net/free-port';
import { migrateDatabase, migrateQueue } from '@/lib/server/postgres/migrate';
import type { StackEvent } from '@/lib/server/supervisor/events';
import { openLogFile } from '@/lib/server/supervisor/log-file';
import { type SupervisedPostgres, supervisePostgres } from '@/lib/server/supervisor/postgres';
import { openAnnotation } from '@/lib/server/use-cases/annotations/open-annotation';
import { saveAnnotation } from '@/lib/server/use-cases/annotations/save-annotation';
import { createPerson } from '../setup/people';
import { createQueue, saying } from '../integration/support/labelling';

const projectId = 'reports';
let server: SupervisedPostgres;
let ann: Actor;
let documentId = '';
const listeners = new Set<(event: StackEvent) => void>();

/** Kills the server as a power cut would, and waits until the supervisor has it up again. */
function killServer(): Promise<void> {
  const isBack = new Promise<void>((resolve) => {
    const listen = (event: StackEvent): void => {
      if (event.type !== 'restarted') return;
      listeners.delete(listen);
      resolve();
    };
    listeners.add(listen);
  });
  process.kill(server.pid() ?? 0, 'SIGKILL');
  return isBack;
}

beforeAll(async () => {
  const dataDir = path.join(inject('scratchDir'), 'kill-postgres');
  await mkdir(dataDir);
  server = await supervisePostgres({
    dataDir,
    password: randomUUID(),
    port: await freePort(),
    log: await openLogFile(dataDir, 'postgres'),
    onEvent: (event) => listeners.forEach((listen) => listen(event)),
  });
  adoptSettings({
    DATABASE_URL: server.url,
    DATA_DIR: dataDir,
    AUTH_SECRET: 'a secret that only the tests know of',
    APP_URL: 'http://127.0.0.1:3000',
    LOG_LEVEL: 'silent',
  });
  await migrateDatabase(server.url);
  await migrateQueue(server.url);
  [documentId = ''] = await createQueue(projectId, 1);
  ann = await createPerson({ roles: { [projectId]: ['annotator'] } });
});

afterAll(() => server.stop());

describe('when PostgreSQL is killed between and during saves', () => {
  it('keeps every acknowledged save, and a save sent again has one effect', async () => {
    const { annotation, schemaVersion } = await openAnnotation(ann, { projectId, documentId });
    const acknowledged: string[] = [];
    let unanswered = 0;

    /** As the browser does: the same mutation again, until there is an answer. */
    async function save(text: string, during: Promise<void>): Promise<void> {
      const mutation = {
        projectId,
        documentId,
        ...saying({ name: text }),
        baseRevision: acknowledged.length,
        mutationId: randomUUID(),
        schemaVersionId: schemaVersion.id,
      };
      const answer = await saveAnnotation(ann, mutation).catch(() => null);
      if (!answer) {
        unanswered += 1;
        await during;
        expect(await saveAnnotation(ann, mutation)).toEqual({ revision: acknowledged.length + 1 });
      }
      acknowledged.push(text);
    }

    for (let turn = 0; turn < 2; turn += 1) {
      for (let count = 0; count < 5; count += 1) await save(`turn ${turn}, save ${count}`, Promise.resolve());
      const back = killServer();
      await save(`turn ${turn}, during the kill`, back);
      await back;
    }

    const rows = await db().annotationRevision.findMany({
      where: { annotationId: annotation.id },
      orderBy: { revision: 'asc' },
      select: { revision: true, record: true },
    });
    expect(rows.map(({ record }) => record)).toEqual(acknowledged.map((name) => ({ name })));
    expect(rows.map(({ revision }) => revision)).toEqual(acknowledged.map((_, index) => index + 1));
    expect(unanswered).toBeGreaterThan(0);
  });
});
